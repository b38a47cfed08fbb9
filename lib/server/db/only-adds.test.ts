import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, 'migrations');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort();
/** The first two make the shape itself. */
const later = files.slice(2);

/** What a server of the build before may still do while it runs beside the new one: everything, so nothing is taken away or changed under it. */
function isAddition(statement: string, ownTables: ReadonlySet<string>): boolean {
  if (/^CREATE (TABLE|INDEX|FUNCTION)\b/i.test(statement)) return true;
  const ruled = /^CREATE TRIGGER \w+ .+? ON "?(\w+)"?/is.exec(statement)?.[1];
  if (ruled) return ownTables.has(ruled);
  const [, table = '', what = ''] = /^ALTER TABLE "?(\w+)"? (.+)$/is.exec(statement) ?? [];
  if (ownTables.has(table)) return /^ADD (CONSTRAINT|COLUMN)\b/i.test(what);
  // A column that an older server does not fill has to be able to stay empty, or to fill itself.
  return /^ADD COLUMN\b/i.test(what) && (/\bDEFAULT\b/i.test(what) || !/\bNOT NULL\b/i.test(what));
}

const statementsOf = (sql: string): readonly string[] =>
  sql
    .split(/--> statement-breakpoint/)
    .map((one) => one.trim())
    .filter(Boolean);

const tablesMadeBy = (statements: readonly string[]): ReadonlySet<string> =>
  new Set(statements.flatMap((one) => /^CREATE TABLE "?(\w+)"?/i.exec(one)?.[1] ?? []));

test.each(later)('mode 50: %s only adds, so that the server before it goes on beside it', (name) => {
  const statements = statementsOf(readFileSync(join(folder, name), 'utf8'));
  const own = tablesMadeBy(statements);
  expect(statements.filter((one) => !isAddition(one, own))).toEqual([]);
});

test.each([
  ['a column that must be filled', 'ALTER TABLE "submissions" ADD COLUMN "x" text NOT NULL', false],
  ['a column with a default', `ALTER TABLE "submissions" ADD COLUMN "x" text DEFAULT '' NOT NULL`, true],
  ['a column that may be empty', 'ALTER TABLE "submissions" ADD COLUMN "x" text', true],
  ['a dropped column', 'ALTER TABLE "submissions" DROP COLUMN "status"', false],
  ['a renamed table', 'ALTER TABLE "submissions" RENAME TO "cases"', false],
  ['a new rule on an old table', 'ALTER TABLE "submissions" ADD CONSTRAINT "x" UNIQUE("status")', false],
  [
    'a trigger on an old table',
    'CREATE TRIGGER "x" BEFORE UPDATE ON submissions EXECUTE FUNCTION x()',
    false,
  ],
  [
    'a trigger on a table of its own',
    'CREATE TRIGGER x BEFORE UPDATE ON announced EXECUTE FUNCTION x()',
    true,
  ],
  ['a dropped table', 'DROP TABLE "quarantine"', false],
  ['rewritten rows', `UPDATE "submissions" SET status = 'received'`, false],
])('mode 50: %s is told from an addition', (_, statement, isFine) => {
  expect(isAddition(statement, new Set(['announced']))).toBe(isFine);
});

test('the migrations that are judged are those that came after the first shape', () => {
  expect(files.slice(0, 2)).toEqual(['0000_first.sql', '0001_services-never-change.sql']);
  expect(later.length).toBeGreaterThan(0);
});
