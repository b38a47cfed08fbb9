import { expect, test } from 'vitest';
import { clockTrouble } from './wrong-clock';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const NOON = Date.UTC(2026, 10, 22, 6);
const contact = (aheadMs: number) => ({ serverTime: NOON, deviceTime: NOON + aheadMs });

test('a clock before this app existed is wrong', () => {
  expect(clockTrouble(Date.UTC(2019, 0, 1), null)).toEqual({ type: 'impossible' });
  expect(clockTrouble(NOON, null)).toBeNull();
});

test('a clock that went back behind the last contact is wrong', () => {
  expect(clockTrouble(NOON - 5 * DAY, contact(0))).toEqual({ type: 'impossible' });
});

test.each([
  ['2037', 11 * YEAR],
  ['2010', -16 * YEAR],
  ['a day ahead', DAY],
  ['an hour behind', -HOUR],
])('%s is told by how much, as soon as the server was heard', (_, aheadMs) => {
  for (const later of [0, HOUR, 2 * DAY])
    expect(clockTrouble(NOON + aheadMs + later, contact(aheadMs))).toEqual({ type: 'off', aheadMs });
});

test.each([
  ['a few minutes', 0, 5 * 60_000],
  ['a few minutes the other way', 0, -5 * 60_000],
  ['half an hour between the two clocks', 30 * 60_000, HOUR],
  ['a fortnight without a line', 0, 14 * DAY],
])('%s alarms nobody', (_, aheadMs, later) => {
  expect(clockTrouble(NOON + aheadMs + later, contact(aheadMs))).toBeNull();
});

test('who sets a clock of 2037 or 2010 right is not told any more, also before the next contact', () => {
  for (const aheadMs of [11 * YEAR, -16 * YEAR])
    expect(clockTrouble(NOON + HOUR, contact(aheadMs))).toBeNull();
});
