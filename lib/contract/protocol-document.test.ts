import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROBLEMS } from './problem';
import { makeTrackingCode } from './tracking-code';

const text = readFileSync(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8');

test('the protocol document lists every code with its status and advice, and no other', () => {
  const rows = [...text.matchAll(/^\| `([a-z-]+)` \| (\d+) \| (\w+) \|$/gm)].map(
    ([, code, status, retry]) => [code, { status: Number(status), retry }],
  );
  expect(Object.fromEntries(rows)).toEqual(PROBLEMS);
});

test('its example code is one', () => {
  for (const [code] of text.matchAll(/K7M2-\d{4}-./g)) expect(code).toBe(makeTrackingCode('K7M2', 66));
});
