import { expect, test } from 'vitest';
import { storedText } from './typed-text';

test.each([
  ['nid', '1990', 'bn', '১৯৯০'],
  ['nid', '১৯৯০', 'en', '1990'],
  ['phone', '+8801712345678', 'bn', '০১৭১২৩৪৫৬৭৮'],
  ['phone', '0171', 'en', '0171'],
  ['phone', '+88', 'en', '+88'],
  ['number', '12a', 'bn', '১২a'],
  ['text', 'House 12', 'bn', 'House 12'],
  ['nid', undefined, 'bn', ''],
] as const)('%s %s in %s stands as %s', (type, answer, locale, text) => {
  expect(storedText({ type }, answer, locale)).toBe(text);
});

test.each([
  ['of digits only', '12', '১২', '12'],
  ['with signs between', '12/34-5', '১২/৩৪-৫', '12/34-5'],
  ['with a Latin letter', '12/3A', '12/3A', '12/3A'],
  ['like a passport', 'AB1234567', 'AB1234567', 'AB1234567'],
] as const)('an identifier %s is shown as the screen counts', (_, answer, bn, en) => {
  const field = { type: 'text', rules: { pattern: '^.+$' } } as const;
  expect(storedText(field, answer, 'bn')).toBe(bn);
  expect(storedText(field, answer, 'en')).toBe(en);
});
