import { describe, expect, it } from 'vitest';
import type { Field, ServiceDefinition } from './definition';
import { parseDefinition, parseOptionSets } from './parse-definition';
import { field, form, OPTION_SETS, options } from './testing/small-form';

const faults = (json: unknown) => {
  const parsed = parseDefinition(json, OPTION_SETS);
  return parsed.ok
    ? []
    : parsed.problem.problems.map(({ path, reason, values }) =>
        `${path} ${reason} ${Object.values(values).join(' ')}`.trim(),
      );
};
const withFields = (fields: readonly Field[], more: Partial<ServiceDefinition> = {}) =>
  faults(form(fields, more));
const dob = field('dob', 'date');

it('takes a right definition as it is', () => {
  const right = form(
    [
      dob,
      field('sex', 'select', { optionSet: 'sex' }),
      field('child', 'text', { showIf: { field: 'age', op: 'lt', value: 18 } }),
    ],
    { ageFrom: 'dob', nameFields: ['child'] },
  );
  expect(parseDefinition(JSON.parse(JSON.stringify(right)), OPTION_SETS)).toEqual({ ok: true, value: right });
});

describe('the shape', () => {
  it.each([
    [null, /^ ?schema invalid_type/],
    [{}, /id schema/],
    [{ ...form([dob]), version: 0 }, /^version schema/],
    [{ ...form([dob]), colour: 'red' }, /schema unrecognized_keys: colour/],
    [{ ...form([dob]), fields: [{ ...dob, typ: 'date' }] }, /^fields\[0\] schema unrecognized_keys: typ/],
    [{ ...form([dob]), fields: [{ ...dob, type: 'colour' }] }, /^fields\[0\]\.type schema/],
    [{ ...form([dob]), fields: [{ ...dob, rules: { max: 'tomorrow' } }] }, /^fields\[0\]\.rules\.max/],
    [{ ...form([dob]), fields: [{ ...dob, label: { bn: 'ক' } }] }, /^fields\[0\]\.label\.en schema/],
    [{ ...form([dob]), fee: { bdt: 12.5, basis: { bn: 'ক', en: 'a' }, tiers: [] } }, /^fee\.bdt schema/],
  ])('fault %#', (json, expected) => {
    expect(faults(json).join('\n')).toMatch(expected);
  });
});

describe('names that lead nowhere', () => {
  it.each<[string, string[], readonly Field[], Partial<ServiceDefinition>?]>([
    [
      'a condition',
      ['fields[0].showIf.field unknown-field nobody'],
      [field('a', 'text', { showIf: { field: 'nobody', op: 'eq', value: 'x' } })],
    ],
    [
      'deep in a rule',
      ['fields[0].requiredIf.all[1].any[0].field unknown-field nobody'],
      [
        field('a', 'text', {
          requiredIf: {
            all: [{ field: 'a', op: 'ne', value: '' }, { any: [{ field: 'nobody', op: 'eq', value: 'x' }] }],
          },
        }),
      ],
    ],
    [
      'an option',
      ['fields[1].showIf.value unknown-option femal'],
      [
        field('sex', 'select', { optionSet: 'sex' }),
        field('a', 'text', { showIf: { field: 'sex', op: 'in', value: ['femal', 'male'] } }),
      ],
    ],
    [
      'a section',
      ['sections[0] empty-section main', 'fields[0].section unknown-section nowhere'],
      [{ ...dob, section: 'nowhere' }],
      { sections: [{ id: 'main', title: { bn: 'ক', en: 'a' } }] },
    ],
    [
      'an option set',
      ['fields[0].optionSet unknown-option-set colour'],
      [field('a', 'select', { optionSet: 'colour' })],
    ],
    [
      'a default',
      ['fields[0].default unknown-option red'],
      [field('a', 'select', { optionSet: 'sex', default: 'red' })],
    ],
    [
      'limits of other fields',
      ['fields[0].rules.minField unknown-field b', 'fields[0].rules.maxField unknown-field c'],
      [field('a', 'date', { rules: { minField: 'b', maxField: 'c' } })],
    ],
    ['a name field', ['nameFields[1] unknown-field name'], [dob], { nameFields: ['dob', 'name'] }],
    ['repeatPer', ['fields[0].repeatPer unknown-field items'], [field('a', 'text', { repeatPer: 'items' })]],
    ['ageFrom', ['ageFrom unknown-field born'], [dob], { ageFrom: 'born' }],
    [
      'a fee tier',
      ['fee.tiers[0].appliesIf.field unknown-field x'],
      [dob],
      {
        fee: {
          bdt: null,
          basis: { bn: 'ক', en: 'a' },
          tiers: [{ when: { bn: 'ক', en: 'a' }, bdt: 1, appliesIf: { field: 'x', op: 'eq', value: '1' } }],
        },
      },
    ],
    [
      'a paper',
      ['documents[0].neededIf.field unknown-field x'],
      [dob],
      {
        documents: [
          {
            id: 'p',
            label: { bn: 'ক', en: 'a' },
            required: true,
            neededIf: { field: 'x', op: 'eq', value: '1' },
          },
        ],
      },
    ],
  ])('%s', (_name, expected, fields, more) => {
    expect(withFields(fields, more)).toEqual(expected);
  });
});

describe('what cannot work', () => {
  it.each<[string, string[], readonly Field[], Partial<ServiceDefinition>?]>([
    ['two fields of one name', ['fields[1].id duplicate-id dob'], [dob, dob]],
    [
      'two options of one value',
      ['fields[0].options[1].value duplicate-id a'],
      [field('x', 'radio', { options: options('a', 'a') })],
    ],
    ['a field called age', ['fields[0].id reserved-id age'], [field('age', 'number')]],
    [
      'a choice without options',
      ['fields[0] options-missing', 'fields[1] options-missing'],
      [field('a', 'select'), field('b', 'radio', { options: [] })],
    ],
    [
      'options nobody sees',
      ['fields[0] options-unexpected'],
      [field('a', 'text', { options: options('a') })],
    ],
    ['a one-of alone', ['fields[0].oneOf one-of-alone id'], [field('nid', 'nid', { oneOf: 'id' })]],
    [
      'age without a birth date',
      ['fields[0].showIf age-without-source'],
      [field('a', 'text', { showIf: { field: 'age', op: 'lt', value: 18 } })],
    ],
    ['age from no date', ['ageFrom age-source-not-date'], [field('a', 'text')], { ageFrom: 'a' }],
    ['an address in a row', ['fields[0] not-repeatable'], [field('a', 'address', { repeat: true })]],
    [
      'a row for each of one value',
      ['fields[1].repeatPer not-repeatable'],
      [field('a', 'text'), field('b', 'text', { repeatPer: 'a' })],
    ],
    [
      'in without a list',
      ['fields[1].showIf.value bad-comparison'],
      [field('a', 'text'), field('b', 'text', { showIf: { field: 'a', op: 'in', value: 'x' } })],
    ],
    [
      'a field that waits for itself',
      ['fields[0].showIf cycle a>a'],
      [field('a', 'text', { showIf: { field: 'a', op: 'present', value: true } })],
    ],
    [
      'fields that wait for each other',
      ['fields[0].showIf cycle a>b>c>a'],
      [
        field('a', 'text', { showIf: { field: 'b', op: 'present', value: true } }),
        field('b', 'text', { showIf: { any: [{ field: 'c', op: 'present', value: true }] } }),
        field('c', 'text', { showIf: { field: 'a', op: 'present', value: true } }),
      ],
    ],
    [
      'a birth date that hangs on its own age',
      ['fields[0].showIf cycle dob>dob'],
      [{ ...dob, showIf: { field: 'age', op: 'lt', value: 18 } }],
      { ageFrom: 'dob' },
    ],
  ])('%s', (_name, expected, fields, more) => {
    expect(withFields(fields, more)).toEqual(expected);
  });

  it('a pattern that is none', () => {
    expect(withFields([field('a', 'text', { rules: { pattern: '[0-9' } })]).join()).toMatch(
      /^fields\[0\]\.rules\.pattern bad-pattern Invalid regular expression/,
    );
  });
});

it('option sets are read with their labels in both languages', () => {
  expect(parseOptionSets(OPTION_SETS)).toEqual({ ok: true, value: OPTION_SETS });
  expect(parseOptionSets({ sex: [{ value: 'male', label: { bn: 'পুরুষ' } }] })).toMatchObject({
    ok: false,
    problem: { problems: [{ path: 'sex[0].label.en' }] },
  });
});
