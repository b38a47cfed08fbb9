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
  expect(storedText(type, answer, locale)).toBe(text);
});
