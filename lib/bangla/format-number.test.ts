import { expect, it } from 'vitest';
import { formatNumber, formatTaka } from './format-number';

it.each([
  [0, '০'],
  [999, '৯৯৯'],
  [1000, '১,০০০'],
  [99999, '৯৯,৯৯৯'],
  [100000, '১,০০,০০০'],
  [1234567, '১২,৩৪,৫৬৭'],
  ['123456789012', '১,২৩,৪৫,৬৭,৮৯,০১২'],
  [-4500, '-৪,৫০০'],
  ['1234.50', '১,২৩৪.৫০'],
])('groups %s by lakh and crore', (value, shown) => {
  expect(formatNumber(value, 'bn')).toBe(shown);
});

it('shows money with the taka sign in both languages', () => {
  expect(formatTaka(8625, 'bn')).toBe('৳৮,৬২৫');
  expect(formatTaka('1234567', 'en')).toBe('৳12,34,567');
});

it('gives back what is not a number', () => {
  expect(formatNumber('1e21', 'en')).toBe('1e21');
  expect(formatNumber('', 'bn')).toBe('');
});
