const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const HEX = '0123456789abcdef';
const VALUES = Int8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/** Base64url, without padding, of the bytes that lower-case hex stands for: three digits become two characters. */
export function shortHex(hex: string): string {
  let text = '';
  for (let at = 0; at < hex.length; at += 3) {
    const value = Number.parseInt(hex.slice(at, at + 3).padEnd(3, '0'), 16);
    text += ALPHABET.charAt(value >> 6) + ALPHABET.charAt(value & 63);
  }
  return text.slice(0, Math.ceil((hex.length * 2) / 3));
}

/** Undoes `shortHex` for `digits` hex digits; undefined for a text that it would not have made. */
export function longHex(short: unknown, digits: number): string | undefined {
  if (typeof short !== 'string' || short.length !== Math.ceil((digits * 2) / 3)) return undefined;
  let hex = '';
  for (let at = 0; at < short.length; at += 2) {
    const value = valueAt(short, at) * 64 + (at + 1 < short.length ? valueAt(short, at + 1) : 0);
    if (!(value >= 0)) return undefined;
    hex += HEX.charAt(value >> 8) + HEX.charAt((value >> 4) & 15) + HEX.charAt(value & 15);
  }
  // Bits behind the last digit are zero, so that one thing has one spelling.
  return /^0*$/.test(hex.slice(digits)) ? hex.slice(0, digits) : undefined;
}

function valueAt(text: string, at: number): number {
  const value = VALUES[text.charCodeAt(at)] ?? -1;
  return value < 0 ? Number.NaN : value;
}

const UUID_HEX = 32;

export const SHORT_ID_CHARS = 22;

/** A UUID as 22 characters. */
export const shortId = (uuid: string): string => shortHex(uuid.replaceAll('-', ''));

/** Undoes `shortId`; undefined for what is no such text. Which version of UUID it is, is for others to judge. */
export function longId(short: unknown): string | undefined {
  const hex = longHex(short, UUID_HEX);
  if (hex === undefined) return undefined;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
