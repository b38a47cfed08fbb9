import { expect, test } from 'vitest';
import type { ServiceEntry } from '../contract/wire';
import { planForms } from './plan-forms';

const words = { bn: 'ক', en: 'a' };
const entry = (n: number): ServiceEntry => ({
  ...{ id: `s${n}`, version: 1, tag: `1-t${n}`, part: n < 15 ? 0 : n < 70 ? 1 : 2, name: words },
  ...{ agency: 'a', category: 'land', keywords: [], fee: { kind: 'free' }, time: null },
});
const list = Array.from({ length: 131 }, (_, n) => entry(n));
const here = (...numbers: number[]) => new Map(numbers.map((n) => [`s${n}`, `1-t${n}`]));
const upTo = (count: number) => here(...Array.from({ length: count }, (_, n) => n));

test('a new device asks for the first part, later for the others', () => {
  expect(planForms(list, here(), { reach: 'held' })).toEqual([{ part: 0 }]);
  expect(planForms(list, upTo(15), { reach: 'all' })).toEqual([{ part: 1 }, { part: 2 }]);
});

test('who has everything asks for nothing, and so does who wants no more than he has', () => {
  expect(planForms(list, upTo(131), { reach: 'all' })).toEqual([]);
  expect(planForms(list, upTo(40), { reach: 'held' })).toEqual([]);
});

test('a part that is mostly here is not fetched again', () => {
  expect(planForms(list, upTo(129), { reach: 'all' })).toEqual([{ want: [{ id: 's129' }, { id: 's130' }] }]);
});

test('of another content than the one here only the change is asked for; of a nameless one the whole', () => {
  const tags = new Map<string, string | null>([...upTo(131), ['s3', '1-old'], ['s4', null]]);
  expect(planForms(list, tags, { reach: 'held' })).toEqual([
    { want: [{ id: 's3', tag: '1-old' }, { id: 's4' }] },
  ]);
});

test('after a line that broke everything comes a dozen at a time, each once', () => {
  const plan = planForms(list, upTo(15), { reach: 'all', small: true });
  const asked = plan.flatMap((one) => ('want' in one ? [one.want.map(({ id }) => id)] : []));
  expect(asked).toHaveLength(plan.length);
  expect(Math.max(...asked.map(({ length }) => length))).toBe(12);
  expect(asked.flat()).toEqual(list.slice(15).map(({ id }) => id));
});

test('a part that changed in every form is still asked for by its changes', () => {
  const old = new Map(list.map(({ id }) => [id, '1-old']));
  const plan = planForms(list, old, { reach: 'held' });
  expect(plan.every((one) => 'want' in one && one.want.every(({ tag }) => tag === '1-old'))).toBe(true);
});
