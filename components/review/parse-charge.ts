import { toAsciiDigits } from '../../lib/bangla/digits';

/** Whole taka from what was typed, in either digits; null when it is not an amount. */
export function parseCharge(typed: string): number | null {
  const text = toAsciiDigits(typed).replace(/[\s,৳]/g, '');
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
