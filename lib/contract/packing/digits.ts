import { SLOT } from './slots';
import { SLOTS_EACH, type ValueCoder } from './value-coder';

/** What a row of digits is. The numbers are part of the protocol. */
export const DIGITS = { nid: 0, brn: 1, phone: 2, postCode: 3, other: 4 } as const;
export type DigitKind = (typeof DIGITS)[keyof typeof DIGITS];

/** More digits than this are written as text. */
export const MOST_DIGITS = 63;
/** Digits in front that are not equally likely: the year in a long number, else one. */
const LEARNT = 3;
const LEARNT_IN_SHORT = 1;
const LONGER_THAN = 12;
/** Slots of the first three digits of one kind: 2 × (1 + 10 + 10) groups of 16, rounded up. */
const FIRST_EACH = 12 * SLOTS_EACH;

export const isDigits = (text: string): boolean => /^[0-9]{1,63}$/.test(text);

/**
 * Digits: how many; then of more than 12 the first three, each guessed from the one before, of fewer the first; then the
 * others by threes, all equally likely.
 */
export function codeDigits(values: ValueCoder, kind: DigitKind, given = ''): string {
  const count = values.tree(SLOT.digitCount + kind * SLOTS_EACH, 6, given.length);
  const isLong = count > LONGER_THAN;
  const first = SLOT.firstDigits + kind * FIRST_EACH + (isLong ? FIRST_EACH / 2 : 0);
  const learnt = isLong ? LEARNT : Math.min(count, LEARNT_IN_SHORT);
  let found = '';
  let before = 0;
  for (let at = 0; at < learnt; at++) {
    const context = at === 0 ? 0 : at === 1 ? 1 + before : 11 + before;
    const digit = values.tree(first + context * 16, 4, Number(given[at] ?? 0));
    if (digit > 9) values.coder.failed = true;
    before = Math.min(digit, 9);
    found += before;
  }
  for (let at = learnt; at < count; at += 3) {
    const size = Math.min(3, count - at);
    const part = values.uniform(10 ** size, Number(given.slice(at, at + size)));
    found += String(part).padStart(size, '0');
  }
  return found;
}
