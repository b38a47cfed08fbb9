import { describe, expect, it } from 'vitest';
import { dhakaToday, zonedParts } from './dhaka-date';
import { formatDate, formatDateShort, formatInstantDate, formatTime } from './format-date';

describe('dates as people read them', () => {
  it('writes an ISO date in words', () => {
    expect(formatDate('2026-11-22', 'bn')).toBe('২২ নভেম্বর ২০২৬');
    expect(formatDate('2026-11-02', 'en')).toBe('2 November 2026');
    expect(formatDateShort('2026-11-02', 'bn')).toBe('০২/১১/২০২৬');
  });

  it('gives back what is not a date', () => {
    expect(formatDate('12/2026', 'bn')).toBe('12/2026');
    expect(formatDate('2026-13-01', 'en')).toBe('2026-13-01');
  });

  it('shows an instant at Dhaka wherever the machine stands', () => {
    expect(formatTime('2026-11-22T04:42:10Z', 'bn')).toBe('১০:৪২');
    expect(formatInstantDate('2026-11-22T18:00:00Z', 'bn')).toBe('২৩ নভেম্বর ২০২৬');
    expect(formatTime('2026-11-22T18:00:00Z', 'en')).toBe('00:00');
    expect(formatInstantDate('2026-11-22T18:00:00Z', 'en', 'UTC')).toBe('22 November 2026');
  });

  it('changes the day at midnight in Dhaka', () => {
    expect(dhakaToday(Date.parse('2026-11-22T17:59:59Z'))).toBe('2026-11-22');
    expect(dhakaToday(Date.parse('2026-11-22T18:00:00Z'))).toBe('2026-11-23');
  });

  it('keeps the time of Dhaka as the calendar of zones knows it, summer time of 2009 included', () => {
    const byZone = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Dhaka',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const HALF_MONTH = 15.25 * 24 * 60 * 60 * 1000;
    for (let at = Date.UTC(2008, 11, 31, 17, 59); at < Date.UTC(2045, 0, 1); at += HALF_MONTH) {
      const { date, time } = zonedParts(at);
      expect(`${date} ${time}`).toBe(byZone.format(at));
    }
    expect(() => zonedParts('no instant')).toThrow(RangeError);
  });
});
