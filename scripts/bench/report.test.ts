import { expect, test } from 'vitest';
import type { Part } from './figure';
import { reportOf } from './report';

const part = (title: string, value: number, more?: string): Part => ({
  title,
  how: `How ${title} was measured.`,
  figures: [{ what: 'a figure', samples: [value], unit: 'B' }],
  ...(more !== undefined && { more }),
});
const ORDER = ['First', 'Second', 'Third'];
const write = (before: string, parts: readonly Part[], machine = 'a machine') =>
  reportOf(before, parts, { order: ORDER, machine });

test('what was not measured stays as it was, word for word', () => {
  const before = write(
    '',
    [part('First', 1), part('Third', 3, '### Below\n\n| a | b |\n|---|---|')],
    'an old machine',
  );
  const after = write(before, [part('Second', 2)]);
  expect(after).toContain(before.slice(before.indexOf('## First'), before.indexOf('## Third')).trimEnd());
  expect(after).toContain(before.slice(before.indexOf('## Third')).trimEnd());
  expect([...after.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(ORDER);
  expect(after).toContain('Measured on an old machine.');
  expect(after).toContain('Measured on a machine.');
});

test('what was measured again takes the place of what it was', () => {
  const before = write('', [part('First', 1), part('Second', 222)]);
  const after = write(before, [part('Second', 333)]);
  expect(after).toContain('333 B');
  expect(after).not.toContain('222 B');
  expect(write(after, [part('Second', 333)])).toBe(after);
});

test('a part that is no more leaves the report', () => {
  const before = `${write('', [part('First', 1)])}\n## Gone\n\nOld words.\n`;
  expect(write(before, [part('First', 1)])).not.toContain('Gone');
});
