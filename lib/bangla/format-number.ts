import type { Locale } from '../shared/locale';
import { toBengaliDigits } from './digits';

/** Lakh and crore grouping, `১২,৩৪,৫৬৭.৫` or `12,34,567.5`. Takes a number or a decimal string; other text comes back unchanged. */
export function formatNumber(value: number | string, locale: Locale): string {
  const [, sign = '', whole, fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(String(value)) ?? [];
  if (whole === undefined) return String(value);
  const grouped = whole.replace(/\B(?=(?:\d\d)*\d{3}$)/g, ',');
  const text = sign + grouped + fraction;
  return locale === 'bn' ? toBengaliDigits(text) : text;
}

/** Money in taka: `৳১২,৩৪,৫৬৭`. Takes whole or decimal taka. */
export function formatTaka(taka: number | string, locale: Locale): string {
  return `৳${formatNumber(taka, locale)}`;
}
