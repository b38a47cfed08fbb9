import { toAsciiDigits } from '../bangla/digits';

const DAY_MS = 86_400_000;

/** Whether text is a real calendar date YYYY-MM-DD (Gregorian, years 0001–9999). */
export function isIsoDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
  );
}

/**
 * Reads a date as people type it: dd/mm/yyyy (also - . or space between, one-digit day and month; or ddmmyyyy) or YYYY-MM-DD, in
 * either digit system. Null when it is no real date; a two-digit year is not guessed.
 */
export function parseTypedDate(typed: string): string | null {
  const text = toAsciiDigits(typed.normalize('NFC')).trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return makeIsoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const spoken =
    /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  return spoken ? makeIsoDate(Number(spoken[3]), Number(spoken[2]), Number(spoken[1])) : null;
}

/**
 * Resolves a limit of a definition: an ISO date, `today`, or `today` with an offset in days, months or years
 * (`today+90d`, `today-45d`, `today-5y`). A day that the month lacks becomes its last. Null for anything else.
 */
export function resolveDate(limit: string, today: string): string | null {
  if (isIsoDate(limit)) return limit;
  const [, sign, count, unit] = /^today(?:([+-])(\d{1,5})([dmy]))?$/.exec(limit) ?? [null];
  if (limit !== 'today' && !count) return null;
  const amount = count ? Number(count) * (sign === '-' ? -1 : 1) : 0;
  if (unit === 'm' || unit === 'y') return addMonths(today, unit === 'y' ? amount * 12 : amount);
  return new Date(Date.parse(today) + amount * DAY_MS).toISOString().slice(0, 10);
}

function addMonths(isoDate: string, months: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const lastDay = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return write(Math.floor(index / 12), (index % 12) + 1, Math.min(day, lastDay));
}

function makeIsoDate(year: number, month: number, day: number): string | null {
  return isDay(year, month, day) ? write(year, month, day) : null;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year >= 1 && day >= 1 && day <= (DAYS[month - 1] ?? 0) + (isLeap ? 1 : 0);
}

function write(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
