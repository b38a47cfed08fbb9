import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { readServerConfig } from '../server-config';

const LOCK = 7_381_205;

/**
 * Brings the database to the newest shape. Several servers may call it at once: the second waits and finds nothing
 * to do. `folder` is where the SQL lies; by default below the directory the process was started in.
 */
export async function migrate(
  databaseUrl: string = readServerConfig().databaseUrl,
  folder: string = path.join(process.cwd(), 'lib/server/db/migrations'),
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}
