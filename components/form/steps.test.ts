import { expect, test } from 'vitest';
import { PAPERS } from './exam';
import { spotOf } from './spot';
import { stepAt, stepsOf } from './steps';
import { testField, testService, testStore } from './testing-form';

const name = testField({ id: 'name', type: 'textBn', section: 'person', required: true });
const extra = testField({
  id: 'extra',
  type: 'text',
  section: 'more',
  required: true,
  showIf: { field: 'name', op: 'present', value: true },
});
const paper = { id: 'nid', label: { bn: 'এনআইডি', en: 'NID' }, required: true };
const form = testService([name, extra], { documents: [paper] });
const summary = (store: Parameters<typeof stepsOf>[0]) =>
  stepsOf(store).map(({ id, left, state }) => [id, left, state]);

test('sections asked now and the papers, each with what it still needs', () => {
  const { store } = testStore(form);
  expect(summary(store)).toEqual([
    ['person', 1, 'open'],
    [PAPERS, 1, 'open'],
  ]);
  store.answer(spotOf(name), 'রহিমা');
  expect(summary(store)).toEqual([
    ['person', 0, 'done'],
    ['more', 1, 'open'],
    [PAPERS, 1, 'open'],
  ]);
});

test('what is missing counts against a section only after asking to go on', () => {
  const { store } = testStore(form);
  store.reveal(['person']);
  expect(summary(store)[0]).toEqual(['person', 1, 'wrong']);
});

test('a draft opens where it was left; a section that is gone, at the beginning', () => {
  const { store } = testStore(form);
  expect(stepAt(stepsOf(store), PAPERS)).toBe(1);
  expect(stepAt(stepsOf(store), 'more')).toBe(0);
  expect(stepAt(stepsOf(store), null)).toBe(0);
});
