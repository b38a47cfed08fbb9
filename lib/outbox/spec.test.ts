import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const room = import.meta.dirname;
const read = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts') || name.startsWith('store-contract-'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

test('every rule of SPEC.md is named by a test, and every rule a test names is in SPEC.md', () => {
  const rules = [...readFileSync(join(room, 'SPEC.md'), 'utf8').matchAll(/^- \*\*(OB-\d+)\*\*/gm)].map(
    ([, rule]) => rule,
  );
  const tested = new Set(
    [...(read(room) + read(join(room, 'testing'))).matchAll(/\[(OB-\d+)\]/g)].map(([, rule]) => rule),
  );
  expect(new Set(rules).size).toBe(rules.length);
  expect([...tested].sort()).toEqual([...rules].sort());
});
