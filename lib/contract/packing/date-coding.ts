import { SLOT } from './slots';
import type { ValueCoder } from './value-coder';

const DAY_MS = 86_400_000;

/** Whether it is a day that exists, in the one spelling YYYY-MM-DD. */
export function isCodableDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && dayText(time) === text;
}

/** A date as the number of days it lies before the day (UTC) of `queuedAt`, a Unix time in ms. */
export function codeDate(values: ValueCoder, queuedAt: number, given: string): string {
  const today = Math.floor(queuedAt / DAY_MS);
  const before = values.signed(SLOT.days, given === '' ? 0 : today - Date.parse(given) / DAY_MS);
  return dayText((today - before) * DAY_MS);
}

/** An instant in the spelling of `Date.toISOString` as ms before `queuedAt`, any other as text. */
export function isCodableInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

export function codeInstant(values: ValueCoder, queuedAt: number, given: string): string {
  const before = values.signed(SLOT.instantDelta, given === '' ? 0 : queuedAt - Date.parse(given));
  return isoText(queuedAt - before);
}

const dayText = (time: number): string => isoText(time).slice(0, 10);

/** Empty for what no calendar holds. */
function isoText(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
