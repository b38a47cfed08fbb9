import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answers, Field } from '../definition';
import { field, form, TODAY } from '../testing/small-form';
import { createFormView } from '../visibility';
import { DISTRICT_CODES } from './district-codes';
import { fieldHints } from './field-hints';
import type { FieldHint } from './hint';

const CODES: Readonly<Record<string, string>> = { d20: '50', d47: '26' };
const knows = { districtCode: (id: string) => CODES[id] };

function ask(fields: readonly Field[], answers: Answers): readonly FieldHint[] {
  return fieldHints(createFormView(form(fields), answers, TODAY), knows);
}
const codes = (found: readonly FieldHint[]) => found.map(({ code }) => code);

describe('text', () => {
  const name = field('name_bn', 'textBn');

  it('offers Unicode for Bijoy, with মোঃ as it is written', () => {
    expect(ask([name], { name_bn: '‡gv: iwng DwÏb' })).toEqual([]);
    expect(ask([name], { name_bn: '‡gvt iwng DwÏb' })).toEqual([
      {
        fieldId: 'name_bn',
        pointer: '/name_bn',
        code: 'bijoy-text',
        values: { text: '‡gvt iwng DwÏb' },
        offer: 'মোঃ রহিম উদ্দিন'.normalize('NFC'),
        about: [],
      },
    ]);
  });

  it('offers Unicode in free text, not in a number of some paper', () => {
    expect(codes(ask([field('note', 'text')], { note: 'Avgvi bvg Kwig' }))).toEqual(['bijoy-text']);
    expect(ask([field('no', 'text', { rules: { pattern: '.+' } })], { no: 'Avgvi bvg' })).toEqual([]);
    expect(ask([field('name_en', 'textEn')], { name_en: 'Avgvi bvg' })).toEqual([]);
  });

  it.each([
    ['মো: রহিম', 'মোঃ রহিম'],
    ['মোহা: রহিম', 'মোহাঃ রহিম'],
    ['মোছা : রহিমা', 'মোছাঃ রহিমা'],
  ])('offers the visarga for %s', (typed, offer) => {
    expect(ask([name], { name_bn: typed })).toMatchObject([{ code: 'title-colon', offer }]);
  });

  it('is silent about a name as it should be', () => {
    expect(ask([name], { name_bn: 'মোঃ রহিম' })).toEqual([]);
  });
});

describe('names in both scripts', () => {
  const pair = [field('father_name_bn', 'textBn'), field('father_name_en', 'textEn')];

  it('asks about two people under the later of the two fields, and names both', () => {
    expect(ask(pair, { father_name_bn: 'করিম', father_name_en: 'Rahim' })).toEqual([
      {
        fieldId: 'father_name_en',
        pointer: '/father_name_en',
        code: 'names-differ',
        values: { bangla: 'করিম', english: 'Rahim' },
        about: ['/father_name_bn'],
      },
    ]);
  });

  it('is silent about one person, and while one is missing', () => {
    expect(ask(pair, { father_name_bn: 'রহিমা', father_name_en: 'Rohima' })).toEqual([]);
    expect(ask(pair, { father_name_bn: 'রহিমা' })).toEqual([]);
  });

  it('joins the parts of a name that people part where they like', () => {
    const parts = [
      field('name_first_bn', 'textBn'),
      field('name_last_bn', 'textBn'),
      field('name_first_en', 'textEn'),
      field('name_last_en', 'textEn'),
    ];
    const bangla = { name_first_bn: 'মোঃ রহিম', name_last_bn: 'উদ্দিন' };
    expect(ask(parts, { ...bangla, name_first_en: 'MD', name_last_en: 'RAHIM UDDIN' })).toEqual([]);
    expect(codes(ask(parts, { ...bangla, name_first_en: 'KARIM', name_last_en: 'HOSSAIN' }))).toEqual([
      'names-differ',
    ]);
  });

  it('takes the full name of a passport for the English of name_bn', () => {
    const passport = [field('full_name', 'textEn'), field('name_bn', 'textBn')];
    expect(ask(passport, { full_name: 'SALMA AKTER', name_bn: 'জসিম উদ্দিন' })).toMatchObject([
      { pointer: '/name_bn', code: 'names-differ', about: ['/full_name'] },
    ]);
  });

  it('does not compare shops, other people or what is hidden', () => {
    const shop = [field('business_name_bn', 'textBn'), field('business_name_en', 'textEn')];
    expect(ask(shop, { business_name_bn: 'মায়ের দোয়া স্টোর', business_name_en: 'Bhai Bhai Traders' })).toEqual(
      [],
    );
    const other = [field('name_bn', 'textBn'), field('owner_name', 'textEn')];
    expect(ask(other, { name_bn: 'রহিম', owner_name: 'Karim' })).toEqual([]);
    const hidden = [
      field('name_bn', 'textBn'),
      field('name_en', 'textEn', { showIf: { field: 'name_bn', op: 'eq', value: 'x' } }),
    ];
    expect(ask(hidden, { name_bn: 'রহিম', name_en: 'Karim' })).toEqual([]);
  });

  it('compares within a row', () => {
    const rows = [field('heir_bn', 'textBn', { repeat: true }), field('heir_en', 'textEn', { repeat: true })];
    const answers = {
      'rows:main': [
        { heir_bn: 'রহিম', heir_en: 'Rahim' },
        { heir_bn: 'করিম', heir_en: 'Salma' },
      ],
    };
    expect(ask(rows, answers)).toMatchObject([
      { pointer: '/rows:main/1/heir_en', about: ['/rows:main/1/heir_bn'] },
    ]);
  });
});

describe('numbers', () => {
  const person = [field('nid', 'nid'), field('dob', 'date'), field('brn', 'brn')];

  it('offers the birth year before an old national id, whatever digits were typed', () => {
    expect(ask(person, { nid: '২৬১১০৩৮১২৩৪৫৬', dob: '1975-03-02' })).toMatchObject([
      { code: 'nid-with-year', values: { year: 1975 }, offer: '19752611038123456', about: ['/dob'] },
    ]);
    expect(ask(person, { nid: '2611038123456' })).toEqual([]);
  });

  it.each(['1234567890', '19752611038123456'])('is silent about %s', (nid) => {
    expect(ask(person, { nid, dob: '1975-03-02' })).toEqual([]);
  });

  it('asks when the digits of the district are none', () => {
    expect(ask(person, { nid: '19750011038123456' })).toMatchObject([
      { code: 'id-no-district', values: { code: '00' } },
    ]);
    expect(ask(person, { nid: '9911038123456' })).toMatchObject([
      { code: 'id-no-district', values: { code: '99' } },
    ]);
    expect(ask(person, { brn: '20050211038123456' })).toMatchObject([
      { code: 'id-no-district', values: { code: '02' } },
    ]);
  });

  it('asks about a national id of a child, in the same part of the form only', () => {
    expect(ask(person, { nid: '1234567890', dob: '2014-01-01' })).toMatchObject([
      { code: 'nid-too-young', values: { age: 12 }, about: ['/dob'] },
    ]);
    expect(ask(person, { nid: '1234567890', dob: '2010-11-22' })).toEqual([]);
    const apart = [field('nid', 'nid'), field('dob', 'date', { section: 'child' })];
    expect(ask(apart, { nid: '1234567890', dob: '2014-01-01' })).toEqual([]);
  });

  it('asks where a birth was registered when no address of the form lies there', () => {
    const voter = [
      field('brn', 'brn'),
      field('birth_district', 'address'),
      field('present_address', 'address'),
    ];
    const dhaka = '20052611038123456';
    expect(ask(voter, { brn: dhaka, birth_district: { district: 'd20' } })).toMatchObject([
      { code: 'brn-elsewhere', values: { code: '26', field: 'birth_district' } },
    ]);
    expect(ask(voter, { brn: dhaka, birth_district: { district: 'd47' } })).toEqual([]);
    const moved = { birth_district: { district: 'd20' }, present_address: { district: 'd47' } };
    expect(ask(voter, { brn: dhaka, ...moved })).toEqual([]);
    expect(ask(voter, { brn: dhaka, birth_district: { district: 'd99' } })).toEqual([]);
    expect(ask(voter, { brn: dhaka, present_address: { district: 'd20' } })).toEqual([]);
  });

  it('offers the zero that was left out of a mobile number', () => {
    const phone = field('phone', 'phone');
    expect(ask([phone], { phone: '১৭১২৩৪৫৬৭৮' })).toMatchObject([
      { code: 'phone-zero', offer: '01712345678' },
    ]);
    for (const right of ['01712345678', '+8801712345678', '8801712345678', '171234567', '1212345678'])
      expect(ask([phone], { phone: right })).toEqual([]);
  });

  it('knows the districts of the places', () => {
    const { districts } = JSON.parse(readFileSync('public/places/index.json', 'utf8')) as {
      readonly districts: readonly (readonly string[])[];
    };
    expect([...DISTRICT_CODES].sort()).toEqual(districts.map((district) => district[4]?.slice(2)).sort());
  });
});

describe('dates', () => {
  const date = (id: string, more: Partial<Field> = {}) => field(id, 'date', more);

  it('asks about a birth date nobody has', () => {
    expect(ask([date('dob')], { dob: '1890-01-01' })).toMatchObject([
      { code: 'very-old', values: { age: 136 } },
    ]);
    expect(ask([date('dob')], { dob: '1915-01-01' })).toEqual([]);
    expect(ask([date('deceased_dob')], { deceased_dob: '1890-01-01' })).toEqual([]);
  });

  it('asks about what happened before birth, unless the form itself forbids it', () => {
    const answers = { dob: '1990-05-01', incident_date: '1989-05-01' };
    expect(ask([date('dob'), date('incident_date')], answers)).toMatchObject([
      {
        fieldId: 'incident_date',
        code: 'before-birth',
        values: { field: 'dob', date: '1990-05-01' },
        about: ['/dob'],
      },
    ]);
    expect(ask([date('dob'), date('incident_date', { rules: { minField: 'dob' } })], answers)).toEqual([]);
    expect(ask([date('dob'), date('issue_date')], { dob: '1990-05-01', issue_date: '1980-01-01' })).toEqual(
      [],
    );
    expect(ask([date('dob'), date('death_date')], { dob: '1990-05-01', death_date: '1980-01-01' })).toEqual(
      [],
    );
    expect(
      codes(
        ask([date('deceased_dob'), date('death_date')], {
          deceased_dob: '1990-05-01',
          death_date: '1980-01-01',
        }),
      ),
    ).toEqual(['before-birth']);
  });

  it('asks about a wedding of a small child, and leaves the law to the form', () => {
    const wedding = [date('dob'), date('marriage_date')];
    expect(ask(wedding, { dob: '1990-05-01', marriage_date: '1999-05-01' })).toMatchObject([
      { code: 'married-young', values: { age: 9 } },
    ]);
    expect(ask(wedding, { dob: '1990-05-01', marriage_date: '2005-05-01' })).toEqual([]);
  });

  it('asks about an end before its beginning', () => {
    const passport = [date('passport_issue'), date('passport_expiry')];
    expect(ask(passport, { passport_issue: '2024-01-01', passport_expiry: '2023-12-31' })).toMatchObject([
      { fieldId: 'passport_expiry', code: 'ends-first', values: { field: 'passport_issue' } },
    ]);
    expect(ask(passport, { passport_issue: '2024-01-01', passport_expiry: '2034-01-01' })).toEqual([]);
  });

  it('asks about a parent who was a child, by date or by number', () => {
    const family = [date('dob'), date('mother_dob'), field('father_brn', 'brn'), field('mother_nid', 'nid')];
    const born = { dob: '2020-05-01' };
    expect(ask(family, { ...born, mother_dob: '2010-01-01' })).toMatchObject([
      { fieldId: 'mother_dob', code: 'parent-too-young', values: { field: 'dob', year: 2010, age: 10 } },
    ]);
    expect(ask(family, { ...born, father_brn: '20215011038123456' })).toMatchObject([
      { fieldId: 'father_brn', code: 'parent-too-young', values: { age: -1 }, about: ['/dob'] },
    ]);
    expect(ask(family, { ...born, mother_dob: '2008-12-31', father_brn: '19805011038123456' })).toEqual([]);
    expect(ask(family, { ...born, mother_nid: '2015501103' })).toEqual([]);
  });
});

it('asks one thing of a field at most, and nothing of an empty form', () => {
  const fields = [field('father_nid', 'nid'), field('dob', 'date')];
  expect(ask(fields, { father_nid: '20210011038123456', dob: '2020-01-01' })).toHaveLength(1);
  expect(ask(fields, {})).toEqual([]);
});

it('never throws, whatever stands in the answers', () => {
  const fields = [
    field('name_bn', 'textBn'),
    field('name_en', 'textEn'),
    field('nid', 'nid'),
    field('dob', 'date'),
  ];
  for (const wrong of [null, 7, [], {}, [[]], { district: 5 }, true] as unknown as Answers[string][])
    expect(ask(fields, { name_bn: wrong, name_en: wrong, nid: wrong, dob: wrong })).toEqual([]);
});
