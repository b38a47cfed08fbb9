import { expect, test } from 'vitest';
import { isWrongClock } from './wrong-clock';

const NOON = Date.UTC(2026, 10, 22, 6);

test('a clock before this app existed is wrong', () => {
  expect(isWrongClock(Date.UTC(2019, 0, 1), null)).toBe(true);
});

test('a clock that went back behind the last contact is wrong', () => {
  expect(isWrongClock(NOON - 3_600_000, NOON)).toBe(true);
});

test('a few minutes of difference are no reason to alarm anybody', () => {
  expect(isWrongClock(NOON - 5 * 60_000, NOON)).toBe(false);
  expect(isWrongClock(NOON, null)).toBe(false);
});
