import type { Locale } from '../shared/locale';
import { DHAKA, zonedParts } from './dhaka-date';
import { toBengaliDigits } from './digits';

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  bn: [
    'জানুয়ারি',
    'ফেব্রুয়ারি',
    'মার্চ',
    'এপ্রিল',
    'মে',
    'জুন',
    'জুলাই',
    'আগস্ট',
    'সেপ্টেম্বর',
    'অক্টোবর',
    'নভেম্বর',
    'ডিসেম্বর',
  ].map((name) => name.normalize('NFC')),
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** `২২ নভেম্বর ২০২৬` or `22 November 2026` for an ISO date; anything else comes back unchanged. */
export function formatDate(isoDate: string, locale: Locale): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  const name = MONTHS[locale][Number(month) - 1];
  if (!year || !day || !name) return isoDate;
  return localDigits(`${Number(day)} ${name} ${Number(year)}`, locale);
}

/** `২২/১১/২০২৬` or `22/11/2026`, the way dates are typed, for an ISO date; anything else comes back unchanged. */
export function formatDateShort(isoDate: string, locale: Locale): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  return year ? localDigits(`${day}/${month}/${year}`, locale) : isoDate;
}

/** Date of an instant (ISO or epoch milliseconds) in a time zone, Dhaka unless told. */
export function formatInstantDate(
  instant: string | number,
  locale: Locale,
  timeZone: string = DHAKA,
): string {
  return formatDate(zonedParts(instant, timeZone).date, locale);
}

/** `১০:৪২` or `10:42`, 24 hours, of an instant in a time zone, Dhaka unless told. */
export function formatTime(instant: string | number, locale: Locale, timeZone: string = DHAKA): string {
  return localDigits(zonedParts(instant, timeZone).time, locale);
}

function localDigits(text: string, locale: Locale): string {
  return locale === 'bn' ? toBengaliDigits(text) : text;
}
