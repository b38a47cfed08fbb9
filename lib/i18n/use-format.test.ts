import { expect, test } from 'vitest';
import { createFormat } from './use-format';

const MORNING = '2026-11-22T04:42:00.000Z';
const bn = createFormat('bn');

test('a moment of today is its time, in the zone of Dhaka', () => {
  expect(bn.moment(MORNING, Date.parse('2026-11-22T15:00:00.000Z'))).toBe('১০:৪২');
});

test('a moment of another day names the day', () => {
  expect(bn.moment(MORNING, Date.parse('2026-11-23T04:00:00.000Z'))).toBe('২২ নভেম্বর ২০২৬, ১০:৪২');
});

test('late evening in UTC is already the next day in Dhaka', () => {
  expect(createFormat('en').moment('2026-11-22T19:00:00.000Z', Date.parse('2026-11-22T12:00:00.000Z'))).toBe(
    '23 November 2026, 01:00',
  );
});

test('money and counts take the digits of the language', () => {
  expect(bn.taka(1234567)).toBe('৳১২,৩৪,৫৬৭');
  expect(createFormat('en').number(5)).toBe('5');
});
