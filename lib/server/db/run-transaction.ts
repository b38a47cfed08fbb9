import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { log } from '../log';
import type { Connection, Database } from './client';
import { isTransient } from './failures';

const ATTEMPTS = 4;

/** One transaction, done again from the start when it met a deadlock or a serialisation failure. */
export async function runTransaction<T>(db: Database, work: (tx: Connection) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(db.$client, work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
    }
  }
}

/**
 * Not drizzle's own transaction: when `begin` fails on a broken connection that one never gives it back, and after as many as the
 * pool has, nothing is answered any more. And a rollback that fails as well must not hide what went wrong.
 */
async function once<T>(pool: pg.Pool, work: (tx: Connection) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
    log.warn({ err: error }, 'database connection lost in a transaction');
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(drizzle(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => {
      broken ??= failed;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
