/*
 * Runs in its own process, under tsx: brings the database to this version's shape and content, and tells the parent about it.
 * SETU_OWNER_DATABASE_URL owns the tables; DATABASE_URL, the app's, gets what the app needs.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { grantApp } from '../../lib/server/db/app-role';

/** As `server_version_num` counts. */
const OLDEST = 150_000;

interface Entry {
  migrate?: (databaseUrl: string) => Promise<unknown>;
  seedReference?: () => Promise<unknown>;
  seedDemo?: () => Promise<unknown>;
}

const tell = (message: { say: string } | { accounts: readonly string[] }) => process.send?.(message);

async function load(name: string): Promise<Entry> {
  const file = join(process.cwd(), 'lib/server/db', name);
  return existsSync(file) ? ((await import(file)) as Entry) : {};
}

async function fill(demo: boolean): Promise<void> {
  const parts = await Promise.all(['migrate.ts', 'seed.ts', 'seed-reference.ts', 'seed-demo.ts'].map(load));
  const entry: Entry = Object.assign({}, ...parts);
  const app = process.env.DATABASE_URL ?? '';
  // Without an owner of its own the app is one itself, and says at its start what that costs.
  const owner = process.env.SETU_OWNER_DATABASE_URL || app;
  await refuseOldServer(owner);
  await entry.migrate?.(owner);
  const { username } = new URL(app);
  if (username !== new URL(owner).username) await grantApp(owner, decodeURIComponent(username));
  tell({ say: 'The database has this version’s shape.' });
  await entry.seedReference?.();
  tell({ say: 'Services and places are loaded.' });
  if (demo) tell({ accounts: demoLines(await entry.seedDemo?.()) });
}

/** Says so at once, instead of failing in the middle of a migration. */
async function refuseOldServer(owner: string): Promise<void> {
  const client = new pg.Client({
    connectionString: owner,
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  await client.end();
  const version = Number(rows[0]?.server_version_num);
  if (version < OLDEST)
    throw new Error(`PostgreSQL 15 or newer is needed; this one is ${Math.floor(version / 10_000)}.`);
}

/** Demo accounts as printable lines, whatever else the seed tells about them. */
function demoLines(accounts: unknown): readonly string[] {
  if (!Array.isArray(accounts)) return [];
  return [
    'Demo accounts:',
    ...accounts.map((a: Record<string, unknown>) => `  ${a.role}: ${a.username}  password: ${a.password}`),
  ];
}

fill(process.argv[2] === 'demo').then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
