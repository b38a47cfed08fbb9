/** Crockford base 32: no I, L, O, U, so that a code survives the telephone. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const BENGALI_ZERO = 0x09e6;

/** Value 0–31 of a canonical character; -1 for anything else. */
export function crockfordValue(char: string): number {
  return char.length === 1 ? CROCKFORD.indexOf(char) : -1;
}

/** Crockford characters of a whole number ≥ 0, padded with zeros to `width`. */
export function toCrockford(value: number, width: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 32)) text = CROCKFORD.charAt(rest % 32) + text;
  return text.padStart(width, '0');
}

/** Canonical characters of what a person typed: spaces and hyphens gone, O→0, I and L→1, Bengali digits → ASCII. */
export function foldCrockford(typed: string): string {
  let folded = '';
  for (const char of typed.normalize('NFKC').toUpperCase()) {
    if (/[\s\-‐-―]/u.test(char)) continue;
    const bengali = (char.codePointAt(0) ?? 0) - BENGALI_ZERO;
    folded += bengali >= 0 && bengali <= 9 ? String(bengali) : (LOOKALIKES[char] ?? char);
  }
  return folded;
}
