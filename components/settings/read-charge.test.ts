import { expect, test } from 'vitest';
import { MOST_CHARGE, readCharge } from './read-charge';

test.each([
  ['50', 50],
  ['৫০', 50],
  [' ১,০০০ ', 1000],
  ['৳৫০', 50],
  ['0', 0],
  [String(MOST_CHARGE), MOST_CHARGE],
])('%s is an amount', (typed, taka) => {
  expect(readCharge(typed)).toBe(taka);
});

test.each(['', 'পঞ্চাশ', '-5', '5.5', String(MOST_CHARGE + 1), '9999999'])('%s is refused', (typed) => {
  expect(readCharge(typed)).toBeNull();
});
