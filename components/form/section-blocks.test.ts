import { describe, expect, test } from 'vitest';
import type { Answers } from '../../lib/forms/definition';
import { createFormView } from '../../lib/forms/visibility';
import { blocksSignature, sectionBlocks, visibleSpots } from './section-blocks';
import { testField, testService } from './testing-form';

const kind = testField({ id: 'kind', type: 'radio', section: 'a' });
const hospital = testField({
  id: 'hospital',
  type: 'text',
  section: 'a',
  showIf: { field: 'kind', op: 'eq', value: 'hospital' },
});
const items = testField({ id: 'items', type: 'checkbox', section: 'a', multiple: true, options: [] });
const wanted = testField({ id: 'wanted', type: 'text', section: 'a', repeatPer: 'items' });
const why = testField({ id: 'why', type: 'text', section: 'a', repeatPer: 'items' });
const dag = testField({ id: 'dag', type: 'text', section: 'b', repeat: true });
const form = testService([kind, hospital, items, wanted, why, dag]);
const view = (answers: Answers) => createFormView(form, answers, '2026-11-22');
const pointers = (answers: Answers) => visibleSpots(view(answers)).map((spot) => spot.pointer);

describe('what a section asks', () => {
  test('a field appears when its rule holds', () => {
    expect(pointers({})).not.toContain('/hospital');
    expect(pointers({ kind: 'hospital' })).toContain('/hospital');
  });

  test('one row for each chosen value, and none before something is chosen', () => {
    expect(pointers({})).not.toContain('/each:items/0/wanted');
    expect(pointers({ items: ['x', 'y'] })).toEqual([
      '/kind',
      '/items',
      '/each:items/0/wanted',
      '/each:items/0/why',
      '/each:items/1/wanted',
      '/each:items/1/why',
      '/rows:b/0/dag',
    ]);
    const [, , rows] = sectionBlocks(view({ items: ['x'] }), 'a');
    expect(rows).toMatchObject({ kind: 'rows', rows: [{ value: 'x' }] });
  });

  test('rows the person adds: one to begin with', () => {
    expect(sectionBlocks(view({}), 'b')).toMatchObject([{ kind: 'rows', rows: [{ value: null }] }]);
    expect(pointers({ 'rows:b': [{ dag: '1' }, {}] })).toContain('/rows:b/1/dag');
  });
});

test('typing text does not change what is asked', () => {
  const before = blocksSignature(sectionBlocks(view({ items: ['x'] }), 'a'));
  const after = blocksSignature(
    sectionBlocks(view({ items: ['x'], 'each:items': [{ items: 'x', wanted: 'ক' }] }), 'a'),
  );
  expect(after).toBe(before);
});
