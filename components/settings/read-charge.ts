import { toAsciiDigits } from '@/lib/bangla/digits';

/** More than this is a slip of the finger, not a counter's charge. Whole taka. */
export const MOST_CHARGE = 5000;

/** Whole taka typed in either digit system; null when it is not an amount a counter may set. */
export function readCharge(typed: string): number | null {
  const digits = toAsciiDigits(typed).replace(/[\s,৳]/g, '');
  if (!/^\d{1,6}$/.test(digits)) return null;
  const taka = Number(digits);
  return taka <= MOST_CHARGE ? taka : null;
}
