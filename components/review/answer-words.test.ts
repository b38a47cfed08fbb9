import { expect, test } from 'vitest';
import type { Field, FieldType } from '@/lib/forms/definition';
import { createFormat } from '@/lib/i18n/use-format';
import { answerInWords } from './answer-words';

const words = (locale: 'bn' | 'en') => ({
  format: createFormat(locale),
  optionSets: {},
  places: { place: () => undefined },
  yes: 'yes',
  no: 'no',
  holding: (number: string) => number,
  ward: (number: string) => number,
  files: (count: number) => String(count),
});
const field = (type: FieldType): Field => ({
  id: 'one',
  type,
  section: 'person',
  required: true,
  label: { bn: 'ঘর', en: 'Field' },
});

test.each([
  ['phone', '+8801711000222', '০১৭১১০০০২২২', '01711000222'],
  ['nid', '1990123456', '১৯৯০১২৩৪৫৬', '1990123456'],
  ['date', '1990-02-03', '৩ ফেব্রুয়ারি ১৯৯০', '3 February 1990'],
  ['text', 'House 12', 'House 12', 'House 12'],
] as const)('%s is read aloud as people say it', (type, answer, bn, en) => {
  expect(answerInWords(field(type), answer, words('bn'))).toBe(bn);
  expect(answerInWords(field(type), answer, words('en'))).toBe(en);
});

test('nothing answered is null, which the review says in words', () => {
  expect(answerInWords(field('phone'), undefined, words('bn'))).toBeNull();
  expect(answerInWords(field('phone'), '', words('bn'))).toBeNull();
});

test('a JL number, kept in ASCII digits, is read back in the digits of the screen', () => {
  const jl = { ...field('text'), rules: { pattern: '^[0-9]{1,4}$' } };
  expect(answerInWords(jl, '45', words('bn'))).toBe('৪৫');
  expect(answerInWords(jl, '45', words('en'))).toBe('45');
});
