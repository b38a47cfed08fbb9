import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** `column = ANY(values)` with all values as one parameter: a list of 200 is as quick to write down as a list of one. */
export function isAnyOf(column: PgColumn, values: readonly string[]): SQL {
  return sql`${column} = ANY(${sql.param(values)}::${sql.raw(column.getSQLType())}[])`;
}
