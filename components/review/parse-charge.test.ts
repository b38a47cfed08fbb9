import { expect, test } from 'vitest';
import { parseCharge } from './parse-charge';

test.each([
  ['৫০', 50],
  ['50', 50],
  ['১,২০০', 1200],
  [' ৳ 30 ', 30],
  ['0', 0],
  ['', null],
  ['-5', null],
  ['12.5', null],
  ['পঞ্চাশ', null],
])('the charge %j is %j', (typed, taka) => {
  expect(parseCharge(typed)).toBe(taka);
});
