import { expect, it } from 'vitest';
import { ageOn, daysBetween } from './age';
import { isIsoDate, resolveDate } from './iso-date';

it.each([
  ['today', '2026-11-22'],
  ['today+90d', '2027-02-20'],
  ['today-45d', '2026-10-08'],
  ['today-6m', '2026-05-22'],
  ['today-5y', '2021-11-22'],
  ['2001-01-01', '2001-01-01'],
  ['today+', null],
  ['tomorrow', null],
  ['2001-02-30', null],
])('%s is %s', (limit, date) => {
  expect(resolveDate(limit, '2026-11-22')).toBe(date);
});

it('a day the month lacks becomes its last', () => {
  expect(resolveDate('today-1y', '2028-02-29')).toBe('2027-02-28');
  expect(resolveDate('today+1m', '2027-01-31')).toBe('2027-02-28');
});

it('knows the calendar', () => {
  expect(isIsoDate('2000-02-29')).toBe(true);
  expect(isIsoDate('1900-02-29')).toBe(false);
  expect(isIsoDate('2026-1-1')).toBe(false);
});

it('knows the same days as the platform', () => {
  for (const year of ['0000', '0001', '0004', '0100', '1900', '2000', '2023', '2024', '9999'])
    for (let month = 0; month <= 13; month++)
      for (let day = 0; day <= 32; day++) {
        const text = [year, ...[month, day].map((one) => String(one).padStart(2, '0'))].join('-');
        const date = new Date(`${text}T00:00:00Z`);
        const isReal =
          !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && year !== '0000';
        expect([text, isIsoDate(text)]).toEqual([text, isReal]);
      }
});

it('counts whole years and days', () => {
  expect(ageOn('2008-11-22', '2026-11-22')).toBe(18);
  expect(ageOn('2008-11-23', '2026-11-22')).toBe(17);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
});
