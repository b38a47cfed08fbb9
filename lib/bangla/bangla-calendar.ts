import type { Locale } from '../shared/locale';
import { toBengaliDigits } from './digits';

export interface BanglaDate {
  readonly year: number;
  /** 1 = Boishakh … 12 = Choitro */
  readonly month: number;
  readonly day: number;
}

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  bn: ['বৈশাখ', 'জ্যৈষ্ঠ', 'আষাঢ়', 'শ্রাবণ', 'ভাদ্র', 'আশ্বিন', 'কার্তিক', 'অগ্রহায়ণ', 'পৌষ', 'মাঘ', 'ফাল্গুন', 'চৈত্র'].map(
    (name) => name.normalize('NFC'),
  ),
  en: [
    'Boishakh',
    'Joishtho',
    'Asharh',
    'Srabon',
    'Bhadro',
    'Ashwin',
    'Kartik',
    'Ogrohayon',
    'Poush',
    'Magh',
    'Falgun',
    'Choitro',
  ],
};
const LENGTHS = [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 29, 30];
const DAY_MS = 86_400_000;

/**
 * Date of the Bangla calendar of Bangladesh for an ISO (Gregorian) date, as revised from 17 October 2019 (six months of
 * 31 days, Falgun 29, or 30 in a Gregorian leap year; the year begins on 14 April). Earlier dates are counted by the
 * same rule, though from 1987 to 2019 Kartik to Falgun began one day earlier. Null for what is not an ISO date.
 */
export function banglaDateOf(isoDate: string): BanglaDate | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(isoDate) ? Date.parse(isoDate) : Number.NaN;
  if (Number.isNaN(at)) return null;
  const gregorianYear = Number(isoDate.slice(0, 4));
  const startYear = isoDate.slice(5) >= '04-14' ? gregorianYear : gregorianYear - 1;
  let day = Math.round((at - Date.UTC(startYear, 3, 14)) / DAY_MS) + 1;
  for (const [index, length] of LENGTHS.entries()) {
    const days = index === 10 && isLeap(startYear + 1) ? length + 1 : length;
    if (day <= days) return { year: startYear - 593, month: index + 1, day };
    day -= days;
  }
  return null;
}

/** `৭ অগ্রহায়ণ ১৪৩৩` or `7 Ogrohayon 1433` for an ISO date; empty for anything else. */
export function formatBanglaDate(isoDate: string, locale: Locale): string {
  const date = banglaDateOf(isoDate);
  if (!date) return '';
  const text = `${date.day} ${MONTHS[locale][date.month - 1]} ${date.year}`;
  return locale === 'bn' ? toBengaliDigits(text) : text;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
