import { describe, expect, it } from 'vitest';
import { ruleHolds } from './conditions';
import type { Answers, Rule } from './definition';
import { field, form, options, TODAY } from './testing/small-form';
import { createFormView, visibleFields, visibleSections } from './visibility';

const visit = form([
  field('relation', 'radio', { section: 'who', options: options('self', 'son', 'other') }),
  field('other_relation', 'text', {
    section: 'who',
    showIf: { field: 'relation', op: 'eq', value: 'other' },
  }),
  field('other_proof', 'document', {
    section: 'proof',
    showIf: { field: 'other_relation', op: 'present', value: true },
  }),
  field('applicant_name', 'textBn', {
    section: 'who',
    showIf: { field: 'relation', op: 'ne', value: 'self' },
  }),
]);
const shown = (answers: Answers) => visibleFields(createFormView(visit, answers, TODAY)).map(({ id }) => id);

describe('a visit', () => {
  it('begins with what hangs on nothing, and on "not self"', () => {
    expect(shown({})).toEqual(['relation', 'applicant_name']);
  });

  it('for oneself asks no applicant', () => {
    expect(shown({ relation: 'self' })).toEqual(['relation']);
  });

  it('opens step by step', () => {
    expect(shown({ relation: 'other' })).toEqual(['relation', 'other_relation', 'applicant_name']);
    expect(shown({ relation: 'other', other_relation: 'প্রতিবেশী' })).toContain('other_proof');
  });

  it('closes everything that hung on an answer that is hidden now', () => {
    expect(shown({ relation: 'son', other_relation: 'প্রতিবেশী' })).toEqual(['relation', 'applicant_name']);
  });

  it('has only the sections with something to ask', () => {
    expect(visibleSections(createFormView(visit, {}, TODAY)).map(({ id }) => id)).toEqual(['who']);
  });
});

describe('age', () => {
  const young: Rule = { field: 'age', op: 'lt', value: 18 };
  const definition = form([field('dob', 'date'), field('guardian', 'textBn', { showIf: young })], {
    ageFrom: 'dob',
  });
  const asksGuardian = (dob?: string) =>
    visibleFields(createFormView(definition, dob === undefined ? {} : { dob }, TODAY)).length === 2;

  it.each([
    ['2008-11-22', false],
    ['2008-11-23', true],
    ['২৩/১১/২০০৮', true],
    ['not a date', false],
    [undefined, false],
  ])('born %s needs a guardian: %s', (dob, needed) => {
    expect(asksGuardian(dob)).toBe(needed);
  });

  it('counts days for those who are days old', () => {
    const newborn = form(
      [field('dob', 'date'), field('x', 'text', { showIf: { field: 'ageDays', op: 'lt', value: 46 } })],
      { ageFrom: 'dob' },
    );
    expect(visibleFields(createFormView(newborn, { dob: '2026-10-08' }, TODAY))).toHaveLength(2);
    expect(visibleFields(createFormView(newborn, { dob: '2026-10-07' }, TODAY))).toHaveLength(1);
  });
});

describe('rows', () => {
  const definition = form([
    field('kind', 'select', { section: 'paper', repeat: true, options: options('edu', 'birth') }),
    field('roll', 'text', {
      section: 'paper',
      repeat: true,
      showIf: { field: 'kind', op: 'eq', value: 'edu' },
    }),
    field('board', 'text', { showIf: { field: 'kind', op: 'eq', value: 'edu' } }),
  ]);
  const rows = [{ kind: 'birth' }, { kind: 'edu' }];
  const view = createFormView(definition, { 'rows:paper': rows }, TODAY);
  const [, roll] = definition.fields;

  it('decide for themselves', () => {
    expect(roll && view.isVisible(roll, { kind: 'birth' })).toBe(false);
    expect(roll && view.isVisible(roll, { kind: 'edu' })).toBe(true);
  });

  it('are seen from outside as a list: one row is enough', () => {
    expect(visibleFields(view).map(({ id }) => id)).toEqual(['kind', 'roll', 'board']);
    expect(
      visibleFields(createFormView(definition, { 'rows:paper': [{ kind: 'birth' }] }, TODAY)).map(
        ({ id }) => id,
      ),
    ).toEqual(['kind']);
  });
});

describe('a rule', () => {
  const holds = (rule: Rule, answers: Answers) =>
    ruleHolds(rule, { today: TODAY, lookUp: (id) => answers[id] });

  it.each<[Rule, Answers, boolean]>([
    [{ field: 'a', op: 'eq', value: 'x' }, {}, false],
    [{ field: 'a', op: 'ne', value: 'x' }, {}, true],
    [{ field: 'a', op: 'in', value: ['x', 'y'] }, { a: 'y' }, true],
    [{ field: 'a', op: 'in', value: ['x', 'y'] }, {}, false],
    [{ field: 'a', op: 'contains', value: 'x' }, { a: ['x', 'y'] }, true],
    [{ field: 'a', op: 'contains', value: 'z' }, { a: ['x', 'y'] }, false],
    [{ field: 'a', op: 'ne', value: 'x' }, { a: ['x', 'y'] }, false],
    [{ field: 'a', op: 'ne', value: true }, {}, true],
    [{ field: 'a', op: 'ne', value: true }, { a: true }, false],
    [{ field: 'a', op: 'present', value: true }, { a: ' ' }, false],
    [{ field: 'a', op: 'present', value: true }, { a: 'x' }, true],
    [{ field: 'a', op: 'present', value: false }, {}, true],
    [{ field: 'a', op: 'lt', value: 10 }, { a: '9.5' }, true],
    [{ field: 'a', op: 'lt', value: 10 }, { a: '10' }, false],
    [{ field: 'a', op: 'gte', value: 10 }, { a: '10' }, true],
    [{ field: 'a', op: 'lt', value: 10 }, {}, false],
    [{ field: 'a', op: 'lt', value: 10 }, { a: '' }, false],
    [{ field: 'a', op: 'gte', value: '2001-01-01' }, { a: '2001-01-01' }, true],
    [{ field: 'a', op: 'lt', value: '2001-01-01' }, { a: '2001-01-01' }, false],
    [{ field: 'a', op: 'gte', value: 'today-45d' }, { a: '2026-10-08' }, true],
    [{ field: 'a', op: 'gte', value: 'today-45d' }, { a: '2026-10-07' }, false],
    [{ field: 'a', op: 'gte', value: 'today-5y' }, { a: '2021-11-22' }, true],
    [{ all: [] }, {}, true],
    [{ any: [] }, {}, false],
    [
      {
        all: [
          { field: 'a', op: 'eq', value: 'x' },
          {
            any: [
              { field: 'b', op: 'eq', value: 'y' },
              { field: 'b', op: 'eq', value: 'z' },
            ],
          },
        ],
      },
      { a: 'x', b: 'z' },
      true,
    ],
  ])('%j on %j: %s', (rule, answers, expected) => {
    expect(holds(rule, answers)).toBe(expected);
  });
});
