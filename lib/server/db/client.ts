import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { log } from '../log';
import { readServerConfig } from '../server-config';

/** `$client`: a transaction takes a connection of its own. */
export type Database = NodePgDatabase<Record<string, never>> & { readonly $client: pg.Pool };
/** A database or a transaction on it. */
export type Connection = Pick<
  Database,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'
>;

interface Opened {
  readonly pool: pg.Pool;
  readonly db: Database;
}

// Route bundles are loaded apart from each other; the process must still have one pool.
const store = globalThis as unknown as { setuDatabase?: Opened | undefined };

function opened(): Opened {
  store.setuDatabase ??= open();
  return store.setuDatabase;
}

function open(): Opened {
  const config = readServerConfig();
  const pool = new pg.Pool({
    connectionString: config.databaseUrl,
    max: config.poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    application_name: 'sheba-setu',
  });
  // Without a listener a dropped idle connection would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'idle database connection lost'));
  listenForEver(pool);
  return { pool, db: drizzle(pool) };
}

/**
 * A connection that is lent out, or just given back, has nobody who listens: what it says then would end the process. Whoever uses it
 * hears of it by the query that fails.
 */
export function listenForEver(pool: pg.Pool): void {
  pool.on('connect', (client) => client.on('error', () => undefined));
}

/** The database of this process; opened at the first call. */
export const database = (): Database => opened().db;

export const databasePool = (): pg.Pool => opened().pool;

/** Waits for running queries, then closes. The next call of `database` opens anew. */
export async function closeDatabase(): Promise<void> {
  const current = store.setuDatabase;
  store.setuDatabase = undefined;
  await current?.pool.end();
}
