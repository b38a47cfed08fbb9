import { describe, expect, test } from 'vitest';
import { FIELD_ERROR_CODES } from '../../lib/forms/field-error';
import bn from '../../lib/i18n/locales/bn/errors.json';
import en from '../../lib/i18n/locales/en/errors.json';
import { createFormat } from '../../lib/i18n/use-format';
import { errorKey, errorValues, fieldOfPointer } from './error-values';
import { testField, testService } from './testing-form';

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = { bn, en };

/** What each code brings, as its table says; `field` is the label and always there. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'one-of-required': ['fields'],
  'too-short': ['min'],
  'too-few-items': ['min'],
  'too-long': ['max'],
  'too-many-files': ['max'],
  'too-many-rows': ['max'],
  'nid-length': ['typed'],
  'brn-length': ['typed'],
  'id-year-differs': ['idYear', 'birthYear'],
  'id-year-range': ['idYear'],
  'phone-length': ['typed'],
  'phone-prefix': ['prefix'],
  'date-too-early': ['min'],
  'date-too-late': ['max'],
  'date-before-field': ['other', 'min'],
  'date-after-field': ['other', 'max'],
  'age-too-low': ['min', 'age'],
  'age-too-low-for-sex': ['min', 'age', 'sex'],
  'number-too-small': ['min'],
  'number-too-large': ['max'],
  'number-decimals': ['max'],
  'number-below-field': ['other', 'min'],
  'number-above-field': ['other', 'max'],
  'sum-mismatch': ['sum', 'expected'],
  'not-an-option': ['value'],
  'file-too-large': ['maxMB'],
  'document-missing': ['document'],
  'document-maybe-needed': ['document'],
};

describe.each(['bn', 'en'])('every error has words in %s', (locale) => {
  test.each(FIELD_ERROR_CODES)('%s', (code) => {
    const text = words[locale]?.[code];
    expect(text).toBeTruthy();
    const asked = [...(text ?? '').matchAll(/{{(\w+)}}/g)].map((match) => match[1]);
    expect(['field', ...(VALUES[code] ?? [])]).toEqual(expect.arrayContaining(asked));
    expect(asked.length, 'names the field, the papers or the fields meant').toBeGreaterThan(0);
  });
});

describe('an English label begins with a capital, so it begins a sentence or stands in quotes', () => {
  const label = /{{(field|document|other|sex|text|item)}}/g;
  test.each(Object.entries(en))('%s', (_, text) => {
    for (const match of text.matchAll(label)) {
      const before = text.slice(0, match.index);
      expect(before === '' || /([.!?] |“)$/.test(before), text).toBe(true);
    }
  });
});

const share = testField({ id: 'share', type: 'number', section: 'owner', repeat: true, rules: { sumTo: 1 } });
const owner = testField({ id: 'owner', type: 'text', section: 'owner', repeat: true });
const born = testField({
  id: 'born',
  type: 'date',
  section: 'a',
  label: { bn: 'জন্ম তারিখ', en: 'Date of birth' },
});
const died = testField({ id: 'died', type: 'date', section: 'a', label: { bn: 'মৃত্যু', en: 'Death' } });
const form = testService([owner, share, born, died]);

test('labels instead of ids, dates and numbers as people read them', () => {
  const error = {
    pointer: '/died',
    code: 'date-before-field',
    values: { field: 'born', min: '1990-03-05' },
  } as const;
  const input = { definition: form, optionSets: {}, format: createFormat('bn') };
  expect(errorValues(error, input)).toEqual({ field: 'মৃত্যু', other: 'জন্ম তারিখ', min: '৫ মার্চ ১৯৯০' });
});

test('the fields of which one is enough are quoted', () => {
  const error = { pointer: '/born', code: 'one-of-required', values: { fields: 'born,died' } } as const;
  expect(errorValues(error, { definition: form, optionSets: {}, format: createFormat('en') }).fields).toBe(
    '“Date of birth”, “Death”',
  );
});

test('a label that asks does not ask inside a sentence', () => {
  const asks = testService([
    testField({ id: 'case', type: 'radio', section: 'a', label: { bn: 'মামলা আছে কি?', en: 'Any case?' } }),
  ]);
  const error = { pointer: '/case', code: 'required', values: {} } as const;
  expect(errorValues(error, { definition: asks, optionSets: {}, format: createFormat('bn') }).field).toBe(
    'মামলা আছে কি',
  );
});

test('a year is never grouped like an amount', () => {
  const error = { pointer: '/born', code: 'id-year-range', values: { idYear: '1890' } } as const;
  expect(errorValues(error, { definition: form, optionSets: {}, format: createFormat('en') })).toMatchObject({
    idYear: '1890',
  });
});

test('a sum belongs to the field that is added up', () => {
  expect(fieldOfPointer(form, '/rows:owner')).toBe(share);
  expect(fieldOfPointer(form, '/rows:owner/1/owner')).toBe(owner);
});

test('missing is said by what to do', () => {
  const missing = { pointer: '/x', code: 'required', values: {} } as const;
  expect(errorKey(missing, born)).toBe('required');
  expect(errorKey(missing, testField({ id: 'x', type: 'radio', section: 'a' }))).toBe('required.choose');
  expect(errorKey(missing, testField({ id: 'x', type: 'photo', section: 'a' }))).toBe('required.file');
});
