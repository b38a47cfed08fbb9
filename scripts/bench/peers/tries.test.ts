import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Tries, type Try } from './tries';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setu-tries-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const tried = (peer: Try['peer'], n: number): Try => ({
  peer,
  link: '50k',
  n,
  seconds: 1,
  arrived: n,
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

test('a run that was stopped is there for the next one, but not its half-written line', () => {
  const first = new Tries(folder);
  first.add(tried('ours', 10));
  first.add(tried('rxdb', 10));
  appendFileSync(join(folder, 'rxdb.jsonl'), '{"peer":"rxdb","li');
  const second = new Tries(folder);
  expect(second.all).toEqual([tried('ours', 10), tried('rxdb', 10)]);
  second.add(tried('rxdb', 100));
  expect(new Tries(folder).of({ peer: 'rxdb', link: '50k', n: 100 })).toHaveLength(1);
});

test('only the cells that are measured anew are forgotten', () => {
  const tries = new Tries(folder);
  for (const one of [tried('ours', 10), tried('ours', 100), tried('rxdb', 10)]) tries.add(one);
  tries.forget([{ peer: 'ours', link: '50k', n: 10 }]);
  expect(new Tries(folder).all).toEqual([tried('ours', 100), tried('rxdb', 10)]);
});
