import { toAsciiDigits } from '../bangla/digits';

/**
 * A Bangladesh mobile number as +8801XXXXXXXXX, read from 01…, 8801…, +8801… or 008801…, with spaces, hyphens, dots or
 * brackets between, in either digit system. Other text comes back in ASCII digits without separators, for the check to refuse.
 */
export function normalisePhone(typed: string): string {
  const text = toAsciiDigits(typed.normalize('NFC')).replace(/[\s\-–.()]/g, '');
  const local = /^(?:\+?88|0088)?(01\d{9})$/.exec(text)?.[1];
  return local ? `+88${local}` : text;
}
