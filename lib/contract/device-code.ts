import { CROCKFORD, crockfordValue } from './crockford';

/**
 * First characters by length of the code. A code's length can be read off its first character, so no code is the
 * beginning of another, and a tracking code typed without hyphens falls apart in one way only.
 *
 * | first | length | room |
 * |---|---|---|
 * | 0–R (24) | 4 | 786,432 |
 * | S–X (6) | 5 | 6,291,456 |
 * | Y–Z (2) | 6 | 67,108,864 |
 */
const LONGER_FROM = { 5: crockfordValue('S'), 6: crockfordValue('Y') } as const;

/** Length of a device code by its first character; 0 when that is not a Crockford character. */
export function deviceCodeLength(first: string): 0 | 4 | 5 | 6 {
  const value = crockfordValue(first);
  if (value < 0) return 0;
  if (value >= LONGER_FROM[6]) return 6;
  return value >= LONGER_FROM[5] ? 5 : 4;
}

export function isDeviceCode(code: string): boolean {
  return code.length === deviceCodeLength(code.charAt(0)) && [...code].every((c) => crockfordValue(c) >= 0);
}

/**
 * A device code of the given length. `below(n)` gives an unbiased whole number in [0, n); the server keeps codes
 * unique and asks again, or for a longer one, when a code is taken.
 */
export function makeDeviceCode(below: (limit: number) => number, length: 4 | 5 | 6 = 4): string {
  const from = length === 4 ? 0 : LONGER_FROM[length];
  const to = length === 6 ? 32 : length === 5 ? LONGER_FROM[6] : LONGER_FROM[5];
  let code = CROCKFORD.charAt(from + below(to - from));
  while (code.length < length) code += CROCKFORD.charAt(below(32));
  return code;
}
