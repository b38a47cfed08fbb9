import type pg from 'pg';
import type { Manifest } from './manifest';
import { writePart } from './write-part';

/** What nobody misses after a restore: counters, and sessions, which must not live again. */
const LEFT_OUT = new Set(['rate_limits', 'sessions', 'verifications']);
const ROWS_AT_A_TIME = 500;

/** Every table of the database as JSON lines, in the order in which they can be filled again. Runs in the caller's snapshot. */
export async function dumpTables(client: pg.Client, folder: string): Promise<Manifest['tables']> {
  const tables: Manifest['tables'] = [];
  for (const name of await tablesInOrder(client)) {
    let rows = 0;
    async function* lines() {
      await client.query(
        `DECLARE lines NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM ${quoted(name)} t`,
      );
      for (;;) {
        const page = await client.query<{ line: string }>(`FETCH ${ROWS_AT_A_TIME} FROM lines`);
        if (page.rows.length === 0) break;
        rows += page.rows.length;
        yield page.rows.map(({ line }) => `${line}\n`).join('');
      }
      await client.query('CLOSE lines');
    }
    const part = await writePart(folder, `database/${name}.jsonl.gz`, lines(), { gzip: true });
    tables.push({ ...part, name, rows });
  }
  return tables;
}

/** A table name as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Our tables, each behind those it refers to. */
async function tablesInOrder(client: pg.Client): Promise<readonly string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  const { rows: arrows } = await client.query<{ from: string; to: string }>(
    `SELECT c.conrelid::regclass::text AS from, c.confrelid::regclass::text AS to
     FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid <> c.confrelid`,
  );
  const left = new Set(tables.map(({ name }) => name).filter((name) => !LEFT_OUT.has(name)));
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (name) =>
        !arrows.some(({ from, to }) => from.replaceAll('"', '') === name && left.has(to.replaceAll('"', ''))),
    );
    // A ring of references has no order; then they are filled as they come and PostgreSQL says which one it misses.
    const next = free.length > 0 ? free : [...left];
    for (const name of next) {
      order.push(name);
      left.delete(name);
    }
  }
  return order;
}
