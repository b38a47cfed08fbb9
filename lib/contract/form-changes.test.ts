import { assert as check, constantFrom, jsonValue, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, changesBetween } from './form-changes';

const before = { name: { bn: 'ক', en: 'a' }, fields: [{ id: 'x', n: 1 }, { id: 'y' }, { id: 'z' }], gone: 1 };

describe('what changed', () => {
  test('a word is one small step', () => {
    const after = structuredClone(before);
    after.name.en = 'b';
    expect(changesBetween(before, after)).toEqual([{ at: ['name', 'en'], put: 'b' }]);
  });
  test('a field more between others does not carry the others', () => {
    const after = { ...before, fields: [before.fields[0], { id: 'new' }, ...before.fields.slice(1)] };
    expect(changesBetween(before, after)).toEqual([{ at: ['fields', 1], cut: 0, put: [{ id: 'new' }] }]);
    expect(applyChanges(before, changesBetween(before, after))).toEqual(after);
  });
  test('a key that is no more goes', () => {
    const { gone: _, ...after } = before;
    expect(applyChanges(before, changesBetween(before, after))).toEqual(after);
  });
  test('any value becomes any other, and the first stays as it was', () => {
    check(
      property(jsonValue(), jsonValue(), (one, other) => {
        const kept = structuredClone(one);
        expect(applyChanges(one, changesBetween(one, other))).toEqual(other);
        expect(one).toEqual(kept);
      }),
    );
  });
  test('lists of the same few items, which share beginnings and ends', () => {
    const list = constantFrom('', 'a', 'ab', 'abc', 'bca', 'aabbc', 'abcabc').map((text) => [...text]);
    check(
      property(list, list, (one, other) => {
        expect(applyChanges({ one }, changesBetween({ one }, { one: other }))).toEqual({ one: other });
      }),
    );
  });
});

test.each([
  ['a place that is not there', [{ at: ['fields', 9, 'id'], put: 1 }]],
  ['a cut where no list is', [{ at: ['name', 0], cut: 1, put: [] }]],
  ['what every object has', [{ at: ['constructor', 'prototype', 'hacked'], put: 1 }]],
  ['the prototype', [{ at: ['__proto__', 'hacked'], put: 1 }]],
])('steps to %s are refused', (_, changes) => {
  expect(applyChanges(before, changes)).toBeNull();
  expect({}).not.toHaveProperty('hacked');
});
