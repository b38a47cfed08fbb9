import { useMemo } from 'react';
import { zonedParts } from '../bangla/dhaka-date';
import { toBengaliDigits } from '../bangla/digits';
import { formatDate, formatInstantDate, formatTime } from '../bangla/format-date';
import { formatNumber, formatTaka } from '../bangla/format-number';
import type { Locale, LocalText } from '../shared/locale';
import { useLanguage } from './use-language';

export interface Format {
  readonly locale: Locale;
  /** The text in the language on screen. */
  text(text: LocalText): string;
  /** `১২,৩৪,৫৬৭` */
  number(value: number | string): string;
  /** `৳৫০` */
  taka(taka: number): string;
  /** ISO date → `২২ নভেম্বর ২০২৬` */
  date(isoDate: string): string;
  /** ISO instant or epoch ms → `১০:৪২` in Dhaka. */
  time(instant: string | number): string;
  /** `১০:৪২` when `instant` is on the day of `now`, else `২২ নভেম্বর ২০২৬, ১০:৪২`. */
  moment(instant: string | number, now: number): string;
  /** Digits of any text (a code, a file count) in the language on screen. */
  digits(text: string): string;
}

/** Dates, numbers and money as people read them in one language. */
export function createFormat(locale: Locale): Format {
  const time = (instant: string | number) => formatTime(instant, locale);
  return {
    locale,
    text: (text) => text[locale],
    number: (value) => formatNumber(value, locale),
    taka: (taka) => formatTaka(taka, locale),
    date: (isoDate) => formatDate(isoDate, locale),
    time,
    moment: (instant, now) =>
      zonedParts(instant).date === zonedParts(now).date
        ? time(instant)
        : `${formatInstantDate(instant, locale)}, ${time(instant)}`,
    digits: (text) => (locale === 'bn' ? toBengaliDigits(text) : text),
  };
}

/** The formats of the language on screen. */
export function useFormat(): Format {
  const { locale } = useLanguage();
  return useMemo(() => createFormat(locale), [locale]);
}
