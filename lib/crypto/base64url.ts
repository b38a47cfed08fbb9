import { err, ok, type Result } from '../shared/result';
import type { Bytes } from './bytes';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** By character code; -1 for what is none. */
const VALUES = Int8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/** Base64url (RFC 4648 section 5) without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += ALPHABET.charAt(group >> 18) + ALPHABET.charAt((group >> 12) & 63);
    if (at + 1 < bytes.length) text += ALPHABET.charAt((group >> 6) & 63);
    if (at + 2 < bytes.length) text += ALPHABET.charAt(group & 63);
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
  for (let place = 0; place < text.length; place++) {
    const value = VALUES[text.charCodeAt(place)] ?? -1;
    if (value < 0) return err({ type: 'not-base64url' });
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  const stray = held & ((1 << bits) - 1);
  return text.length % 4 === 1 || stray !== 0 ? err({ type: 'not-base64url' }) : ok(bytes);
}
