import { expect, test } from 'vitest';
import type { Field } from '../../lib/forms/definition';
import { controlId, spotOf, spotPointerOf } from './spot';

const field = (more: Partial<Field>): Field => ({
  id: 'dag_no',
  type: 'text',
  section: 'land',
  label: { bn: 'দাগ', en: 'Plot' },
  required: false,
  ...more,
});

test('a field asked once, in a row the person adds, and once per chosen value', () => {
  expect(spotOf(field({})).pointer).toBe('/dag_no');
  expect(spotOf(field({ repeat: true }), 2)).toMatchObject({
    pointer: '/rows:land/2/dag_no',
    cell: { group: 'rows:land', row: 2 },
  });
  expect(spotOf(field({ repeatPer: 'items' }), 1).pointer).toBe('/each:items/1/dag_no');
});

test.each([
  ['/birthplace/district', '/birthplace'],
  ['/name', '/name'],
  ['/rows:land/2/dag_no', '/rows:land/2/dag_no'],
  ['/each:items/0/proof/x', '/each:items/0/proof'],
  ['/rows:land', '/rows:land'],
])('the finding at %s belongs to %s', (pointer, spot) => {
  expect(spotPointerOf(pointer)).toBe(spot);
});

test('ids of controls are plain names', () => {
  expect(controlId('/rows:land/2/dag_no')).toBe('f-rows-land-2-dag_no');
});
