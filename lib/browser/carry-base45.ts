import type { Bytes } from '../crypto/bytes';
import { err, ok, type Result } from '../shared/result';

/** RFC 9285: the characters of a QR code's alphanumeric mode, in which two bytes take three characters of 5.5 bits. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const VALUES = new Map([...ALPHABET].map((char, value) => [char, value]));
const BASE = ALPHABET.length;

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length;
    let value = isPair ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
    for (let n = isPair ? 3 : 2; n > 0; n -= 1) {
      text += ALPHABET.charAt(value % BASE);
      value = Math.floor(value / BASE);
    }
  }
  return text;
}

/** Refuses other characters and values that no bytes have. */
export function fromBase45(text: string): Result<Bytes, { readonly type: 'not-base45' }> {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = [...text.slice(at, at + 3)].map((char) => VALUES.get(char));
    if (group.length === 1 || group.includes(undefined)) return err({ type: 'not-base45' });
    const value = group.reduceRight<number>((sum, digit) => sum * BASE + (digit ?? 0), 0);
    if (value >= (group.length === 3 ? 65_536 : 256)) return err({ type: 'not-base45' });
    if (group.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return ok(new Uint8Array(bytes));
}
