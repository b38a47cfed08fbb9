import type { Table } from 'dexie';

/** Rows of one reading: few enough for a cheap phone to unpack between two touches. */
const SLICE = 200;

/**
 * All rows of a table by primary key, some at a time: a browser unpacks what one request brought in one go, and a thousand
 * rows would make the page deaf meanwhile; `read` makes of each what is wanted, between. Within a transaction it is one picture; call it in one.
 */
export async function readInSlices<T>(table: Table<T>, keyOf: (row: T) => string | undefined): Promise<T[]>;
export async function readInSlices<T, R>(
  table: Table<T>,
  keyOf: (row: T) => string | undefined,
  read: (row: T) => R,
): Promise<R[]>;
export async function readInSlices<T, R>(
  table: Table<T>,
  keyOf: (row: T) => string | undefined,
  read: (row: T) => T | R = (row) => row,
): Promise<(T | R)[]> {
  let slice = await table.limit(SLICE).toArray();
  const rows = slice.map(read);
  for (;;) {
    const last = slice.at(-1);
    const key = last === undefined ? undefined : keyOf(last);
    if (slice.length < SLICE || key === undefined) return rows;
    slice = await table.where(':id').above(key).limit(SLICE).toArray();
    rows.push(...slice.map(read));
  }
}
