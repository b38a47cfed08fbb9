import { expect, test } from 'vitest';
import { enough, groupsOf, wantedOf } from './plan';
import type { Try } from './tries';

const CELL = { peer: 'pouchdb', link: '50k-cut20', n: 500 } as const;
const tried = (seconds: number | null, n = 500): Try => ({
  ...CELL,
  n,
  seconds,
  arrived: seconds === null ? 0 : n,
  up: 1,
  down: 1,
  requests: 1,
  connections: 1,
  saveMs: 1,
  wrong: 0,
  bytes: 1,
  capSeconds: 240,
  at: '2026-11-22T00:00:00.000Z',
  on: 'a machine',
});

test('everything is measured unless less is asked for', () => {
  const groups = groupsOf(wantedOf({}, 5));
  expect(groups.flat()).toContainEqual({ peer: 'ours', link: '50k', n: 1 });
  expect(groups.flat()).toContainEqual({ peer: 'rxdb-tuned', link: '50k-cut20', n: 500 });
  expect(groupsOf(wantedOf({ peers: 'ours,floor', links: '400k', n: '7' }, 5))).toEqual([
    [
      { peer: 'ours', link: '400k', n: 7 },
      { peer: 'floor', link: '400k', n: 7 },
    ],
  ]);
});

test('a name that is not there is an error, not an empty plan', () => {
  expect(() => wantedOf({ peers: 'couch' }, 5)).toThrow('couch');
  expect(() => wantedOf({ links: '3g' }, 5)).toThrow('3g');
  expect(() => wantedOf({ n: '1,x' }, 5)).toThrow('whole numbers');
});

test('a cell is tried until it has its runs', () => {
  expect(enough(CELL, [tried(10), tried(12)], 3)).toBeNull();
  expect(enough(CELL, [tried(10), tried(12), tried(11)], 3)).toBe('measured');
});

test('what was not done within the cap twice, or not even with less, is not tried again', () => {
  expect(enough(CELL, [tried(null)], 5)).toBeNull();
  expect(enough(CELL, [tried(null), tried(null)], 5)).toBe('capped');
  expect(enough(CELL, [tried(null), tried(200)], 5)).toBeNull();
  expect(enough(CELL, [tried(null, 100)], 5)).toBe('less-is-capped');
  expect(enough(CELL, [tried(null, 1000)], 5)).toBeNull();
  expect(enough(CELL, [{ ...tried(null, 100), peer: 'rxdb' }], 5)).toBeNull();
});
