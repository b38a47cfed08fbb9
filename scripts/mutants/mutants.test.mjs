import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyPatch, patched } from './apply-patch.mjs';
import { readMutants } from './list.mjs';

const root = join(import.meta.dirname, '../..');
const mutants = readMutants(root);

describe('the planted bugs', () => {
  test('M1 to M14 are all there, and no patch lies about unused', () => {
    const ids = [...new Set(mutants.map(({ id }) => id))];
    expect(ids).toEqual(Array.from({ length: 14 }, (_, at) => `M${at + 1}`));
    const patches = readdirSync(join(root, 'reliability/mutants/patches'));
    expect(mutants.map(({ patch }) => patch).toSorted()).toEqual(patches.toSorted());
  });

  test.each(mutants)('$id $name can still be planted, and names tests that are there', ({ diff, tests }) => {
    for (const [path, content] of patched(root, diff))
      expect(content).not.toBe(readFileSync(join(root, path), 'utf8'));
    expect(tests.length).toBeGreaterThan(0);
    for (const { path } of tests) expect(readFileSync(join(root, path), 'utf8')).toMatch(/expect\(/);
  });
});

describe('a patch', () => {
  const diff = ['--- a/x.txt', '+++ b/x.txt', '@@ -2,3 +2,3 @@', ' two', '-three', '+drei', ' four', ''].join(
    '\n',
  );
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'setu-patch-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (...lines) => writeFileSync(join(folder, 'x.txt'), lines.join('\n'));
  const read = () => readFileSync(join(folder, 'x.txt'), 'utf8').split('\n');

  test('is planted and taken away again', () => {
    write('one', 'two', 'three', 'four');
    const takeAway = applyPatch(folder, diff);
    expect(read()).toEqual(['one', 'two', 'drei', 'four']);
    takeAway();
    expect(read()).toEqual(['one', 'two', 'three', 'four']);
  });

  test('finds its lines when they have moved', () => {
    write('zero', 'half', 'one', 'two', 'three', 'four');
    applyPatch(folder, diff);
    expect(read()).toEqual(['zero', 'half', 'one', 'two', 'drei', 'four']);
  });

  test('whose lines are not there any more is refused, and nothing is written', () => {
    write('one', 'two', 'tree', 'four');
    expect(() => applyPatch(folder, diff)).toThrow('x.txt:2 is not what it was');
    expect(read()).toEqual(['one', 'two', 'tree', 'four']);
    expect(() => patched(folder, diff.replace('x.txt\n@@', 'y.txt\n@@'))).toThrow('there is no y.txt');
    expect(() => patched(folder, 'nothing')).toThrow('it changes nothing');
  });
});
