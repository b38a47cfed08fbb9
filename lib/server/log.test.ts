import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, it } from 'vitest';
import { DefectError } from '../shared/assert';
import { createLog, describeError } from './log';

it('an error of the database is described without what it was asked', () => {
  const cause = Object.assign(new Error('duplicate key: Key (name)=(রহিমা খাতুন) already exists'), {
    code: '23505',
    constraint: 'submissions_id',
    detail: 'Key (name)=(রহিমা খাতুন)',
  });
  const described = describeError(new DrizzleQueryError('insert into x values ($1)', ['রহিমা খাতুন'], cause));
  expect(JSON.stringify(described)).not.toContain('রহিমা');
  expect(described).toMatchObject({ cause: { code: '23505', constraint: 'submissions_id' } });
});

it('a broken JSON is described without its text', () => {
  let caught: unknown;
  try {
    JSON.parse('{"nid": 1234567890 রহিমা');
  } catch (error) {
    caught = error;
  }
  expect(JSON.stringify(describeError(caught))).not.toMatch(/1234567890|রহিমা/);
});

it('our own defects say what they are, and where', () => {
  const described = describeError(new DefectError('a case has a version'));
  expect(described).toMatchObject({ name: 'DefectError', message: 'a case has a version' });
  expect((described.frames as string[])[0]).toMatch(/^at .*log\.test/);
});

it('a line of the log tells where an error came from and what caused it, and nothing of what was typed', () => {
  const lines: string[] = [];
  const log = createLog({ write: (line: string) => lines.push(line) }, 'warn');
  const cause = Object.assign(new Error('no such file: রহিমা.pdf'), { code: 'ENOENT' });
  log.warn({ err: new TypeError('রহিমা', { cause }) }, 'sweeping failed');
  const line = JSON.parse(lines[0] ?? '');
  expect(line).toMatchObject({
    msg: 'sweeping failed',
    err: { name: 'TypeError', cause: { name: 'Error', code: 'ENOENT' } },
  });
  expect(line.err.frames[0]).toMatch(/^at .*log\.test/);
  expect(lines[0]).not.toContain('রহিমা');
});
