import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenForEver } from './client';
import { isDatabaseDown } from './failures';
import { runTransaction } from './run-transaction';

let pool: pg.Pool;
beforeEach(() => {
  pool = new pg.Pool({
    connectionString: process.env.SETU_TEST_DATABASE_URL,
    max: 2,
    connectionTimeoutMillis: 2_000,
  });
  pool.on('error', () => undefined);
  listenForEver(pool);
});
afterEach(() => pool.end());

const backend = async (connection: pg.PoolClient): Promise<number> =>
  (await connection.query('SELECT pg_backend_pid() AS pid')).rows[0].pid;

/** Ends a connection as a restart of PostgreSQL would, from another one. */
async function terminate(pid: number): Promise<void> {
  const other = new pg.Client({ connectionString: process.env.SETU_TEST_DATABASE_URL });
  await other.connect();
  await other.query('SELECT pg_terminate_backend($1)', [pid]);
  await other.end();
}

describe('a transaction whose connection breaks', () => {
  it('is a database that is down, and no defect', async () => {
    const inTransaction = runTransaction(drizzle(pool), async (tx) => {
      const { rows } = await tx.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
      await terminate(rows[0]?.pid ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.execute(sql`SELECT 1`);
    });
    const error = await inTransaction.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(isDatabaseDown(error)).toBe(true);
  });

  it('gives the connection back, also when it broke before the first statement', async () => {
    const { connect } = pool;
    for (let round = 0; round < 5; round++) {
      pool.connect = (async () => {
        pool.connect = connect;
        const client = await pool.connect();
        await terminate(await backend(client));
        return client;
      }) as typeof connect;
      const failed = await runTransaction(drizzle(pool), async () => undefined).catch((error) => error);
      expect(isDatabaseDown(failed)).toBe(true);
    }
    expect(pool.totalCount).toBeLessThanOrEqual(2);
    expect(await runTransaction(drizzle(pool), async () => 'done')).toBe('done');
  });

  it('keeps what went wrong first', async () => {
    const failing = runTransaction(drizzle(pool), async (tx) => {
      const { rows } = await tx.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
      await terminate(rows[0]?.pid ?? 0);
      throw new RangeError('ours');
    });
    await expect(failing).rejects.toThrow('ours');
    expect(await runTransaction(drizzle(pool), async () => 'done')).toBe('done');
  });
});
