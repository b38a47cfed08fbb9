import { describe, expect, test } from 'vitest';
import type { Condition, Field, Rule, ServiceDefinition } from '../../forms/definition';
import { parseDefinition } from '../../forms/parse-definition';
import { loadCatalogue } from '../load-catalogue';
import { isRefusing } from './finding';
import { lintService } from './lint-service';
import { optionSetLabels } from './option-labels';

const { services, optionSets } = loadCatalogue();
const today = '2026-11-22';
const words = (bn: string, en: string) => ({ bn, en });
const option = (value: string, bn: string) => ({ value, label: words(bn, value) });
const eq = (field: string, value: Condition['value']): Condition => ({ field, op: 'eq', value });

const who: Field = {
  id: 'who',
  type: 'radio',
  section: 'all',
  label: words('কার জন্য', 'For whom'),
  required: true,
  options: [option('self', 'নিজের'), option('child', 'সন্তানের')],
};
const born: Field = {
  id: 'dob',
  type: 'date',
  section: 'all',
  label: words('জন্ম তারিখ', 'Birth date'),
  required: true,
  rules: { max: 'today' },
};
const text = (id: string, showIf?: Rule): Field => ({
  id,
  type: 'text',
  section: 'all',
  label: words('লেখা', 'Text'),
  required: true,
  ...(showIf && { showIf }),
});

function service(over: Partial<ServiceDefinition>): ServiceDefinition {
  const [sample] = services;
  if (!sample) throw new Error('no service');
  return {
    ...sample,
    id: 'planted',
    documents: [],
    fee: { ...sample.fee, tiers: [] },
    sections: [{ id: 'all', title: words('সব', 'All') }],
    ageFrom: 'dob',
    nameFields: [],
    ...over,
    fields: [who, born, ...(over.fields ?? [])],
  };
}

/** Refusals of a definition that the parser takes. */
function refusals(definition: ServiceDefinition): readonly string[] {
  const parsed = parseDefinition(JSON.parse(JSON.stringify(definition)), optionSets);
  expect(parsed).toMatchObject({ ok: true });
  return lintService(definition, optionSets, today)
    .filter(isRefusing)
    .map(({ path, rule }) => `${path} ${rule}`);
}

test.each(services.map((one) => [one.id, one] as const))('%s is fit to be filed', (_, one) => {
  expect(lintService(one, optionSets, today).filter(isRefusing)).toEqual([]);
});

test('the shared option sets are fit to be chosen from', () => {
  expect(optionSetLabels(optionSets)).toEqual([]);
});

describe('a planted fault is named with its place', () => {
  test('nothing is said of a sound one', () => {
    expect(refusals(service({ fields: [text('more', eq('who', 'child'))] }))).toEqual([]);
  });

  test.each<[string, { bn: string; en: string }]>([
    ['English where Bangla should be', words('Name of the applicant', 'Name of the applicant')],
    ['Bangla where English should be', words('নাম', 'নাম')],
    ['a placeholder', words('TODO নাম', 'Name')],
    ['nothing but blanks', words(' ', 'Name')],
  ])('untranslated: %s', (_, label) => {
    expect(refusals(service({ fields: [{ ...text('more'), label }] }))).toEqual([
      'fields[2].label untranslated',
    ]);
  });
  test('names that are the same in every language are no fault', () => {
    expect(
      refusals(service({ fields: [{ ...text('more'), label: words('IELTS / TOEFL', 'IELTS / TOEFL') }] })),
    ).toEqual([]);
  });

  const never: [string, Rule][] = [
    ['two answers to one question at once', { all: [eq('who', 'self'), eq('who', 'child')] }],
    [
      'neither of all there are',
      {
        all: [
          { field: 'who', op: 'ne', value: 'self' },
          { field: 'who', op: 'ne', value: 'child' },
        ],
      },
    ],
    ['an age below zero', { field: 'age', op: 'lt', value: 0 }],
    [
      'older and younger',
      {
        all: [
          { field: 'age', op: 'gte', value: 60 },
          { field: 'age', op: 'lt', value: 18 },
        ],
      },
    ],
    [
      'a required answer that is missing',
      { all: [{ field: 'who', op: 'present', value: false }, eq('who', 'self')] },
    ],
    ['one of nothing', { any: [] }],
  ];
  test.each(never)('unreachable: %s', (_, rule) => {
    expect(refusals(service({ fields: [text('more', rule)] }))).toEqual([
      'fields[2].showIf unreachable-field',
    ]);
  });
  test('unreachable: behind a field that is never shown', () => {
    const fields = [
      text('hidden', { all: [eq('who', 'self'), eq('who', 'child')] }),
      text('more', eq('hidden', 'x')),
    ];
    expect(refusals(service({ fields }))).toEqual([
      'fields[2].showIf unreachable-field',
      'fields[3].showIf unreachable-field',
    ]);
  });
  test('unreachable: shown for one answer, asked for by another', () => {
    const child: Field = { ...who, id: 'kind', showIf: eq('who', 'child') };
    const fields = [child, text('more', { all: [eq('who', 'self'), eq('kind', 'self')] })];
    expect(refusals(service({ fields }))).toEqual(['fields[3].showIf unreachable-field']);
  });

  const always: [string, Rule][] = [
    ['any of all there are', { field: 'who', op: 'in', value: ['self', 'child'] }],
    ['one or the other of two', { any: [eq('who', 'self'), eq('who', 'child')] }],
    ['an age that everybody has', { field: 'age', op: 'gte', value: 0 }],
    ['all of nothing', { all: [{ any: [eq('who', 'self'), { field: 'who', op: 'ne', value: 'self' }] }] }],
  ];
  test.each(always)('dead: %s', (_, rule) => {
    expect(refusals(service({ fields: [text('more', rule)] }))).toEqual(['fields[2].showIf dead-condition']);
  });
  test('dead: a fee tier for nobody, a requirement that never comes', () => {
    const rule: Rule = { all: [eq('who', 'self'), eq('who', 'child')] };
    const { fee } = service({});
    const tier = { when: words('কেউ না', 'Nobody'), bdt: 10, appliesIf: rule };
    const fields = [{ ...text('more'), required: false, requiredIf: rule }];
    expect(refusals(service({ fields, fee: { ...fee, tiers: [tier] } }))).toEqual([
      'fields[2].requiredIf dead-condition',
      'fee.tiers[0].appliesIf dead-condition',
    ]);
  });
  test('a paper that is never needed', () => {
    const neededIf: Rule = { field: 'age', op: 'lt', value: 0 };
    const documents = [{ id: 'card', label: words('কার্ড', 'Card'), required: true, neededIf }];
    expect(refusals(service({ documents }))).toEqual(['documents[0].neededIf unreachable-document']);
  });

  test('labels that are the same, or the machine’s own word', () => {
    const options = [option('self', 'নিজের'), option('child', 'নিজের'), option('grand_child', 'নাতি')];
    const labelled = options.map((one, at) =>
      at === 2 ? { ...one, label: words('নাতি', 'grand_child') } : one,
    );
    expect(refusals(service({ fields: [{ ...who, id: 'kind', options: labelled }] }))).toEqual([
      'fields[2].options[1].label option-label',
      'fields[2].options[2].label option-label',
    ]);
  });
  test('something personal that nobody said the purpose of', () => {
    expect(refusals(service({ fields: [{ ...text('shoe_size'), sensitive: true }] }))).toEqual([
      'fields[2] no-purpose',
    ]);
  });
});

describe('what only tells', () => {
  const told = (definition: ServiceDefinition) =>
    lintService(definition, optionSets, today).filter((one) => !isRefusing(one));

  test('a long sentence, a long label, a paper that only words ask for', () => {
    const help = words(`${'কথা '.repeat(21)}। ছোট কথা।`, 'Words');
    const label = words('ক'.repeat(61), 'Long');
    const documents = [
      { id: 'card', label: words('কার্ড', 'Card'), required: true, conditionText: words('কখনও', 'Sometimes') },
    ];
    const found = told(
      service({ whoApplies: words('সবাই', 'All'), fields: [{ ...text('more'), help, label }], documents }),
    );
    expect(found.map(({ path, rule, reason }) => [path, rule, reason])).toEqual([
      ['documents[0]', 'condition-in-words', 'needed only sometimes, but no rule says when'],
      ['fields[2].help', 'long-sentence', '21 words in one sentence'],
      ['fields[2].label', 'long-label', '61 letters'],
    ]);
  });
});
