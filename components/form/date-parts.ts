import { toAsciiDigits } from '../../lib/bangla/digits';

/** What stands in the three boxes of a date, in ASCII digits or as typed when it is no number. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const NO_DATE: DateParts = { day: '', month: '', year: '' };

/** Boxes for a stored answer: an ISO date, or what was typed and is no date yet (`31/02/2020`, `5//`). */
export function answerToParts(answer: unknown): DateParts {
  if (typeof answer !== 'string' || answer === '') return NO_DATE;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(answer) ?? [];
  if (year && month && day) return { day: String(Number(day)), month: String(Number(month)), year };
  const [typedDay = '', typedMonth = '', ...rest] = answer.split('/');
  return { day: typedDay, month: typedMonth, year: rest.join('/') };
}

/** The answer for what stands in the boxes: ISO when it is a date of the calendar, as typed when it is not,
 *  undefined when all are empty. Nothing typed is dropped. */
export function partsToAnswer(parts: DateParts): string | undefined {
  const day = toAsciiDigits(parts.day).trim();
  const month = toAsciiDigits(parts.month).trim();
  const year = toAsciiDigits(parts.year).trim();
  if (day === '' && month === '' && year === '') return undefined;
  return isoDate(day, month, year) ?? `${day}/${month}/${year}`;
}

/** A whole date pasted or typed into one box: `5/3/2020`, `০৫-০৩-২০২০`, `2020-03-05`, `05032020`; null when it is none. */
export function partsFromText(text: string): DateParts | null {
  const ascii = toAsciiDigits(text).trim();
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(ascii) ?? [];
  if (isoYear && isoMonth && isoDay) return { day: isoDay, month: isoMonth, year: isoYear };
  const [, day, month, year] =
    /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/.exec(ascii) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(ascii) ?? [];
  return day && month && year ? { day, month, year } : null;
}

/** Whether the next box may take over: two digits, or one that cannot begin a longer day or month. */
export function isBoxFull(box: 'day' | 'month', text: string): boolean {
  const ascii = toAsciiDigits(text);
  return /^\d\d$/.test(ascii) || (box === 'day' ? /^[4-9]$/ : /^[2-9]$/).test(ascii);
}

function isoDate(day: string, month: string, year: string): string | null {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}
