import { getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { assert } from '../../shared/assert';
import type { Connection } from './client';

/**
 * Inserts many rows with one statement and ONE parameter: their JSON, which PostgreSQL takes apart by the types of the
 * columns. Building a list of thousands of parameters took as long as everything else in an intake. All rows have the
 * same keys; columns that none has get their default.
 */
export async function insertRows<T extends PgTable>(
  tx: Connection,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const keys = Object.keys(first);
  const all = getTableColumns(table);
  const columns = keys.map((key) => {
    const column = all[key];
    assert(column, `the table has a column for ${key}`);
    return column;
  });
  assert(
    rows.every((row) => sameKeys(row, keys)),
    'rows that are inserted together have the same keys',
  );
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  const typed = sql.join(
    columns.map((column, at) => sql`${sql.identifier(keys[at] ?? '')} ${sql.raw(column.getSQLType())}`),
    sql`, `,
  );
  const values = sql.join(
    keys.map((key) => sql.identifier(key)),
    sql`, `,
  );
  await tx.execute(
    sql`INSERT INTO ${table} (${names}) SELECT ${values} FROM json_to_recordset(${JSON.stringify(rows)}) AS rows(${typed})`,
  );
}

function sameKeys(row: object, keys: readonly string[]): boolean {
  return Object.keys(row).length === keys.length && keys.every((key) => Object.hasOwn(row, key));
}
