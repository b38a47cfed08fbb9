import { describe, expect, it } from 'vitest';
import { answersFromEarly } from './answers-from-early';
import { checklistFor } from './checklist';
import type { Field, Rule, ServiceDefinition } from './definition';
import type { EarlyAnswers } from './early-view';
import { field, form, OPTION_SETS, options, TODAY } from './testing/small-form';

const words = { bn: 'ক', en: 'a' };
const paper = (neededIf: Rule): Partial<ServiceDefinition> => ({
  documents: [{ id: 'paper', label: words, required: true, neededIf }],
});

function ask(fields: readonly Field[], more: Partial<ServiceDefinition>, said: EarlyAnswers = {}) {
  const list = checklistFor({
    definition: form(fields, more),
    optionSets: OPTION_SETS,
    said,
    today: TODAY,
  });
  return {
    asked: list.questions.map(({ field: { id }, asking }) => `${id} ${asking}`),
    need: list.papers[0]?.need,
    list,
  };
}

describe('a paper for those who have a number', () => {
  const fields = [field('nid', 'nid'), field('name', 'text', { required: true })];
  const more = paper({ field: 'nid', op: 'present', value: true });

  it.each<[string, EarlyAnswers, string]>([
    ['not said', {}, 'unknown'],
    ['there is one', { nid: true }, 'needed'],
    ['there is none', { nid: false }, 'not-needed'],
  ])('%s', (_, said, need) => {
    expect(ask(fields, more, said)).toMatchObject({ asked: ['nid yes-no'], need });
  });

  it('is needed by all when the form asks everybody for the number', () => {
    const everybody = [field('nid', 'nid', { required: true })];
    expect(ask(everybody, more)).toMatchObject({ asked: [], need: 'needed' });
  });

  it('waits for the form when the number itself decides: it is not asked here', () => {
    const itself = paper({ field: 'nid', op: 'eq', value: '1234567890' });
    expect(ask(fields, itself)).toMatchObject({ asked: [], need: 'unknown' });
    expect(ask(fields, itself, { nid: true }).need).toBe('unknown');
  });
});

describe('which questions are asked', () => {
  const fields = [
    field('who', 'radio', { required: true, options: options('self', 'other') }),
    field('why', 'select', {
      required: true,
      options: options('lost', 'old'),
      showIf: { field: 'who', op: 'eq', value: 'self' },
    }),
    field('colour', 'radio', { required: true, options: options('red', 'blue') }),
  ];
  const lost = paper({ field: 'why', op: 'eq', value: 'lost' });

  it('first what shows a question, then the question', () => {
    expect(ask(fields, lost)).toMatchObject({ asked: ['who one-of'], need: 'unknown' });
    expect(ask(fields, lost, { who: 'self' }).asked).toEqual(['who one-of', 'why one-of']);
    expect(ask(fields, lost, { who: 'self', why: 'lost' }).need).toBe('needed');
  });

  it('of a number that is asked only behind another question, that question', () => {
    const behind = [
      field('by', 'radio', { required: true, options: options('nid', 'brn') }),
      field('nid', 'nid', { required: true, showIf: { field: 'by', op: 'eq', value: 'nid' } }),
    ];
    const card = paper({ field: 'nid', op: 'present', value: true });
    expect(ask(behind, card)).toMatchObject({ asked: ['by one-of'], need: 'unknown' });
    expect(ask(behind, card, { by: 'nid' })).toMatchObject({ asked: ['by one-of'], need: 'needed' });
    expect(ask(behind, card, { by: 'brn' }).need).toBe('not-needed');
  });

  it('a question that another answer takes away takes its answer along', () => {
    const said = { who: 'other', why: 'lost' };
    expect(ask(fields, lost, said)).toMatchObject({ asked: ['who one-of'], need: 'not-needed' });
  });

  it('none that an earlier answer has made idle', () => {
    const either: Rule = {
      any: [
        { field: 'who', op: 'eq', value: 'other' },
        { field: 'colour', op: 'eq', value: 'red' },
      ],
    };
    expect(ask(fields, paper(either)).asked).toEqual(['who one-of', 'colour one-of']);
    expect(ask(fields, paper(either), { who: 'other' })).toMatchObject({
      asked: ['who one-of'],
      need: 'needed',
    });
  });

  it('a default of the form is an answer, and can be changed', () => {
    const abroad = [field('land', 'select', { required: true, options: options('BD', 'IN'), default: 'BD' })];
    const rule = paper({ field: 'land', op: 'ne', value: 'BD' });
    expect(ask(abroad, rule)).toMatchObject({ asked: ['land one-of'], need: 'not-needed' });
    expect(ask(abroad, rule, { land: 'IN' }).need).toBe('needed');
  });

  it('of rows, all kinds together', () => {
    const rows = [
      field('kind', 'select', { required: true, repeat: true, options: options('birth', 'marriage') }),
    ];
    const rule = paper({ field: 'kind', op: 'contains', value: 'marriage' });
    expect(ask(rows, rule)).toMatchObject({ asked: ['kind any-of'], need: 'unknown' });
    expect(ask(rows, rule, { kind: ['birth', 'marriage'] }).need).toBe('needed');
    expect(ask(rows, rule, { kind: ['birth'] }).need).toBe('not-needed');
  });

  it('a box: neither ticked nor not until it is said', () => {
    const box = [field('lost', 'checkbox')];
    const rule = paper({ field: 'lost', op: 'ne', value: true });
    expect(ask(box, rule)).toMatchObject({ asked: ['lost yes-no'], need: 'unknown' });
    expect(ask(box, rule, { lost: false }).need).toBe('needed');
    expect(ask(box, rule, { lost: true }).need).toBe('not-needed');
  });

  it('a circle that slipped through does not hang', () => {
    const circle = [
      field('a', 'radio', { options: options('x'), showIf: { field: 'b', op: 'eq', value: 'x' } }),
      field('b', 'radio', { options: options('x'), showIf: { field: 'a', op: 'eq', value: 'x' } }),
    ];
    expect(ask(circle, paper({ field: 'a', op: 'eq', value: 'x' }))).toMatchObject({
      asked: [],
      need: 'unknown',
    });
  });
});

describe('an answer that cannot be read decides nothing', () => {
  const fields = [
    field('dob', 'date', { required: true, rules: { max: 'today' } }),
    field('count', 'number', { required: true }),
  ];
  const child = { ...paper({ field: 'age', op: 'lt', value: 18 }), ageFrom: 'dob' };

  it.each<[string, string, string | null]>([
    ['2020-01-31', 'needed', null],
    ['1990-01-31', 'not-needed', null],
    ['31/02/2020', 'unknown', 'date-invalid'],
    ['2027-01-01', 'unknown', 'date-in-future'],
  ])('born %s', (dob, need, problem) => {
    const { list } = ask(fields, child, { dob });
    expect([list.papers[0]?.need, list.questions[0]?.problem]).toEqual([need, problem]);
  });

  it.each<[string, string]>([
    ['৩', 'needed'],
    ['2', 'not-needed'],
    ['many', 'unknown'],
  ])('%s times', (count, need) => {
    expect(ask(fields, paper({ field: 'count', op: 'gte', value: 3 }), { count }).need).toBe(need);
  });
});

describe('whether one may apply', () => {
  const sex = field('sex', 'radio', { required: true, optionSet: 'sex' });
  const dob = (rules: Field['rules']) =>
    field('dob', 'date', { required: true, rules: { max: 'today', ...rules } });
  const bySex = [dob({ minAgeBySex: { male: 65, female: 62 } }), sex];

  it.each<[string, readonly Field[], EarlyAnswers, boolean | undefined, string[]]>([
    ['no limit', [dob({})], {}, undefined, []],
    ['not said', [dob({ minAge: 18 })], {}, undefined, ['dob']],
    ['of age', [dob({ minAge: 18 })], { dob: '2008-11-22' }, true, ['dob']],
    ['a day too young', [dob({ minAge: 18 })], { dob: '2008-11-23' }, false, ['dob']],
    ['too old', [dob({ min: 'today-51y' })], { dob: '1975-11-21' }, false, ['dob']],
    ['a limit that is only a doubt', [dob({ minAge: 18, soft: true })], {}, undefined, []],
    ['nothing said of two', bySex, {}, undefined, ['dob', 'sex']],
    ['old enough whoever it is', bySex, { dob: '1961-11-22' }, true, ['dob']],
    ['too young whoever it is', bySex, { dob: '1964-11-23' }, false, ['dob']],
    ['between the two ages', bySex, { dob: '1963-01-01' }, undefined, ['dob', 'sex']],
    ['between, a man', bySex, { dob: '1963-01-01', sex: 'male' }, false, ['dob', 'sex']],
    ['between, a woman', bySex, { dob: '1963-01-01', sex: 'female' }, true, ['dob', 'sex']],
  ])('%s', (_, fields, said, fits, asked) => {
    const { list } = ask(fields, {}, said);
    expect(list.mayApply.fits).toBe(fits);
    expect(list.questions.map(({ field: { id } }) => id)).toEqual(asked);
  });
});

it('what was said stands in the new draft; that there is a number does not', () => {
  const definition = form([
    field('who', 'radio', { options: options('self') }),
    field('dob', 'date'),
    field('lost', 'checkbox'),
    field('kept', 'checkbox'),
    field('nid', 'nid'),
    field('kind', 'select', { repeat: true, section: 'rows', options: options('birth', 'marriage') }),
  ]);
  const said = {
    who: 'self',
    dob: '2000-01-31',
    lost: true,
    kept: false,
    nid: true,
    kind: ['birth', 'marriage'],
    gone: 'x',
  };
  expect(answersFromEarly(definition, said)).toEqual({
    who: 'self',
    dob: '2000-01-31',
    lost: true,
    'rows:rows': [{ kind: 'birth' }, { kind: 'marriage' }],
  });
});
