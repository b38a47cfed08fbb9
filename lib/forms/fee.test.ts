import { describe, expect, it } from 'vitest';
import type { Answers, FeeTier, Rule } from './definition';
import { documentNeeds } from './documents';
import { feeFor } from './fee';
import { field, form, options, TODAY } from './testing/small-form';
import { createFormView } from './visibility';

const words = { bn: 'ক', en: 'a' };
const tier = (bdt: number | null, appliesIf?: Rule): FeeTier => ({
  when: words,
  bdt,
  ...(appliesIf ? { appliesIf } : {}),
});
const fields = [
  field('dob', 'date', { required: true }),
  field('delivery', 'radio', { required: true, options: options('hand', 'post') }),
];
const fee = (tiers: readonly FeeTier[], answers: Answers, bdt: number | null = null) => {
  const { totalBdt, reason } = feeFor(
    createFormView(form(fields, { ageFrom: 'dob', fee: { bdt, basis: words, tiers } }), answers, TODAY),
  );
  return [totalBdt, reason];
};

describe('the fee of a birth registration', () => {
  const birth = [
    tier(0, { field: 'ageDays', op: 'lt', value: 46 }),
    tier(25, {
      all: [
        { field: 'ageDays', op: 'gte', value: 46 },
        { field: 'age', op: 'lt', value: 5 },
      ],
    }),
    tier(50, { field: 'age', op: 'gte', value: 5 }),
  ];

  it.each<[Answers, (number | string | null)[]]>([
    [{ dob: '2026-10-08' }, [0, 'tiers']],
    [{ dob: '2026-10-07' }, [25, 'tiers']],
    [{ dob: '২২/১১/২০২১' }, [50, 'tiers']],
    [{ dob: '2021-11-23' }, [25, 'tiers']],
    [{}, [null, 'needs-answers']],
  ])('%j', (answers, expected) => {
    expect(fee(birth, answers)).toEqual(expected);
  });
});

describe('other fees', () => {
  it('one amount is fixed, or not stated', () => {
    expect(fee([], {}, 1500)).toEqual([1500, 'fixed']);
    expect(fee([], {}, null)).toEqual([null, 'not-stated']);
  });

  it('add up: the copy, and posting it', () => {
    const copy = [tier(50, { all: [] }), tier(40, { field: 'delivery', op: 'eq', value: 'post' })];
    expect(fee(copy, { delivery: 'post' })).toEqual([90, 'tiers']);
    expect(fee(copy, { delivery: 'hand' })).toEqual([50, 'tiers']);
    expect(fee(copy, {})).toEqual([null, 'needs-answers']);
  });

  it('are never guessed from words alone, nor from an amount nobody knows', () => {
    expect(fee([tier(200), tier(300)], {})).toEqual([null, 'not-stated']);
    expect(fee([tier(null, { all: [] })], {})).toEqual([null, 'not-stated']);
  });
});

describe('papers', () => {
  const child: Rule = { field: 'age', op: 'lt', value: 18 };
  const bornLately: Rule = { field: 'dob', op: 'gte', value: 'today-5y' };
  const need = (
    required: boolean,
    more: { neededIf?: Rule; conditionText?: typeof words },
    answers: Answers,
  ) =>
    documentNeeds(
      createFormView(
        form(fields, { ageFrom: 'dob', documents: [{ id: 'p', label: words, required, ...more }] }),
        answers,
        TODAY,
      ),
    )[0]?.need;

  it.each<[boolean, { neededIf?: Rule; conditionText?: typeof words }, Answers, string]>([
    [true, {}, {}, 'needed'],
    [false, {}, {}, 'optional'],
    [true, { conditionText: words }, {}, 'unknown'],
    [false, { conditionText: words }, {}, 'optional'],
    [true, { neededIf: child }, { dob: '2020-01-01' }, 'needed'],
    [false, { neededIf: child }, { dob: '2020-01-01' }, 'optional'],
    [true, { neededIf: child, conditionText: words }, { dob: '1990-01-01' }, 'not-needed'],
    [true, { neededIf: child }, {}, 'unknown'],
    [true, { neededIf: child }, { dob: '1990-13-45' }, 'unknown'],
    [true, { neededIf: bornLately }, { dob: '2025-01-01' }, 'needed'],
    [true, { neededIf: bornLately }, { dob: '1990-13-45' }, 'unknown'],
    [false, { neededIf: bornLately }, { dob: '1990-13-45' }, 'unknown'],
    [true, { neededIf: { field: 'dob', op: 'present', value: true } }, { dob: '1990-13-45' }, 'needed'],
    [true, { neededIf: { any: [child, { all: [] }] } }, {}, 'needed'],
    [true, { neededIf: { all: [child, { any: [] }] } }, {}, 'not-needed'],
  ])('required %s, %j, with %j: %s', (required, more, answers, expected) => {
    expect(need(required, more, answers)).toBe(expected);
  });
});
