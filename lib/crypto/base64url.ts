import { err, ok, type Result } from '../shared/result';
import type { Bytes } from './bytes';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...ALPHABET].map((char, value) => [char, value]));

/** Base64url (RFC 4648 section 5) without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const chars = Math.min(3, bytes.length - at) + 1;
    for (let n = 0; n < chars; n++) text += ALPHABET.charAt((group >> (18 - 6 * n)) & 63);
  }
  return text;
}

/**
 * Bytes of base64url without padding. Refuses padding, other characters and stray bits behind the last byte, so that
 * one byte string has one spelling.
 */
export function fromBase64url(text: string): Result<Bytes, { readonly type: 'not-base64url' }> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const char of text) {
    const value = VALUES.get(char);
    if (value === undefined) return err({ type: 'not-base64url' });
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  const stray = held & ((1 << bits) - 1);
  return text.length % 4 === 1 || stray !== 0 ? err({ type: 'not-base64url' }) : ok(bytes);
}
