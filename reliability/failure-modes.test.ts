import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const table = readFileSync(join(import.meta.dirname, 'failure-modes.md'), 'utf8');

interface Row {
  readonly number: number;
  readonly survives: string;
  readonly shown: string;
}

const rows: readonly Row[] = [...table.matchAll(/^\| (\d+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, number, survives = '', shown = '']) => ({ number: Number(number), survives, shown }),
);

test('every failure mode from 1 to 56 has a row, once', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 56 }, (_, at) => at + 1));
});

test.each(rows)('mode $number is shown by something that is there', ({ survives, shown }) => {
  expect(survives.trim().length).toBeGreaterThan(10);
  const places = [...shown.matchAll(/`([^`]+)` “([^”]+)”/g)];
  expect(places.length, shown).toBeGreaterThan(0);
  for (const [, file = '', words = ''] of places) {
    expect(existsSync(join(root, file)), file).toBe(true);
    // Words may be broken over lines and stand in any quotes.
    const text = readFileSync(join(root, file), 'utf8').replace(/\s+/g, ' ');
    expect(text, file).toContain(words);
  }
});
