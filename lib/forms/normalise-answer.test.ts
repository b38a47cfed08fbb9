import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Field, FieldType } from './definition';
import { normaliseAnswer, normaliseAnswers } from './normalise-answer';
import { field, form, options } from './testing/small-form';

describe('how an answer is stored', () => {
  it.each<[string, Field, Answer, Answer]>([
    ['a name in one spelling', field('n', 'textBn'), ' আ\u09DFশা  বেগম ', 'আ\u09AF\u09BCশা বেগম'],
    [
      'a passport name in capitals',
      field('n', 'textEn', { rules: { upper: true } }),
      'Md rahim’s',
      "MD RAHIM'S",
    ],
    ['a phone with the country', field('p', 'phone'), '০১৭১২-৩৪৫৬৭৮', '+8801712345678'],
    ['a date as ISO', field('d', 'date'), '৫/৩/১৯৭১', '1971-03-05'],
    ['what is no date as typed', field('d', 'date'), ' ৩১/২/২০২০ ', '৩১/২/২০২০'],
    ['an id without gaps', field('n', 'nid'), '১২৩ ৪৫৬-৭৮৯০', '1234567890'],
    ['money without group commas', field('m', 'money'), '৳১২,৩৪,৫৬৭.৫০', '1234567.50'],
    ['a number without leading zeros', field('n', 'number'), '০০৭', '7'],
    ['no minus before nothing', field('n', 'number'), '-0', '0'],
    ['an IMEI with its zeros', field('n', 'number', { rules: { luhn: true } }), '০১ ০৯২৮', '010928'],
    [
      'free words with their digits',
      field('t', 'text'),
      ' ওয়ার্ড ৩ '.normalize('NFC'),
      'ওয়ার্ড ৩'.normalize('NFC'),
    ],
    ['a plot number in ASCII digits', field('t', 'text', { rules: { pattern: '[0-9]+' } }), '১২৫', '125'],
    ['choices once', field('c', 'checkbox', { options: options('a', 'b') }), ['b', 'a', 'b', ''], ['b', 'a']],
    [
      'an address without what is not asked',
      field('a', 'address', { levels: ['division', 'ward'] }),
      { division: '50', district: '10', ward: '০৩', village: '' },
      { division: '50', ward: '3' },
    ],
    ['files once', field('f', 'document'), { attachmentIds: ['x', 'x'] }, { attachmentIds: ['x'] }],
  ])('%s', (_name, one, typed, stored) => {
    expect(normaliseAnswer(one, typed)).toEqual(stored);
  });

  it('is the same the second time, for any text in any kind of field', () => {
    const kinds: FieldType[] = [
      'text',
      'textBn',
      'textEn',
      'nid',
      'brn',
      'phone',
      'email',
      'date',
      'number',
      'money',
      'select',
    ];
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'০১২৩45./-+, ৳অৰয়\u09BC\u200C\u09CD') }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.boolean(), typed, (kind, upper, text) => {
        const one = field('x', kind, { rules: { upper } });
        const once = normaliseAnswer(one, text);
        expect(normaliseAnswer(one, once)).toEqual(once);
      }),
    );
  });
});

describe('rows', () => {
  const definition = form([
    field('owner_name', 'textBn', { repeat: true, section: 'owner' }),
    field('owner_share', 'number', { repeat: true, section: 'owner' }),
    field('items', 'checkbox', { options: options('name', 'dob') }),
    field('new_value', 'text', { repeatPer: 'items' }),
  ]);

  it('keep their places and lose what nobody asked', () => {
    const stored = normaliseAnswers(definition, {
      'rows:owner': [{ owner_share: '০.৫', x: '1' }, {}, { owner_name: ' রহিম ' }],
      junk: '1',
    });
    expect(stored['rows:owner']).toEqual([{ owner_share: '0.5' }, {}, { owner_name: 'রহিম' }]);
    expect(stored).not.toHaveProperty('junk');
  });

  it('follow the chosen values, in the order chosen', () => {
    const stored = normaliseAnswers(definition, {
      items: ['dob', 'name'],
      'each:items': [
        { items: 'name', new_value: 'ক' },
        { items: 'gone', new_value: 'খ' },
      ],
    });
    expect(stored['each:items']).toEqual([{ items: 'dob' }, { items: 'name', new_value: 'ক' }]);
  });
});
