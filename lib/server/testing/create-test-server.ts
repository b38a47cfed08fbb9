import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { assert } from '../../shared/assert';
import { grantApp } from '../db/app-role';
import { closeDatabase, type Database, database } from '../db/client';
import { migrate } from '../db/migrate';
import { seedDemo } from '../db/seed-demo';
import { seedReference } from '../db/seed-reference';
import type { KeyFile } from '../keys/key-file';
import { forgetServerContext, type ServerContext, serverContext } from '../server-context';
import { writeDurably } from '../storage/durable-file';
import { listen } from './node-adapter';
import { routeTable } from './route-table';

export interface TestServer {
  readonly origin: string;
  /** As the app: it may not make or change tables. */
  readonly db: Database;
  /** The same database as its owner, who may. */
  readonly ownerUrl: string;
  asOwner(statement: string): Promise<void>;
  readonly context: ServerContext;
  readonly dataDir: string;
  close(): Promise<void>;
}

/**
 * The whole server with a database and a data folder of its own, demo people and the real catalogue, over real HTTP.
 * SETU_TEST_TEMPLATE names a database that has all of it already, to be copied.
 * `keyFile`: keys of before, as a server that was moved has them.
 */
export async function createTestServer({
  keyFile,
}: {
  readonly keyFile?: KeyFile;
} = {}): Promise<TestServer> {
  const shared = process.env.SETU_TEST_DATABASE_URL;
  assert(shared, 'the global setup of vitest.config.ts started a PostgreSQL');
  const name = `setu_${randomBytes(6).toString('hex')}`;
  const filled = process.env.SETU_TEST_TEMPLATE;
  await administer(shared, `CREATE DATABASE ${name}${filled ? ` TEMPLATE ${filled}` : ''}`);
  const url = new URL(shared);
  url.pathname = `/${name}`;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'setu-data-'));
  const own = await appUrl(shared, url);
  Object.assign(process.env, { DATABASE_URL: own.href, SETU_DATA_DIR: dataDir, SETU_LOG_LEVEL: 'silent' });
  delete process.env.SETU_ORIGIN;
  if (keyFile)
    await writeDurably(path.join(dataDir, 'keys', 'server-keys.json'), Buffer.from(JSON.stringify(keyFile)));
  if (filled) await administer(url.href, 'UPDATE server_state SET epoch = gen_random_uuid()');
  else await migrate(url.href);
  await grantApp(url.href, own.username);
  if (!filled) await fill();
  const { origin, server } = await listen(routeTable());
  return {
    origin,
    get db() {
      return database();
    },
    context: await serverContext(),
    dataDir,
    ownerUrl: url.href,
    asOwner: (statement) => administer(url.href, statement),
    async close() {
      server.closeAllConnections();
      server.close();
      forgetServerContext();
      await closeDatabase();
      await administer(shared, `DROP DATABASE ${name} WITH (FORCE)`);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function fill(): Promise<void> {
  await seedReference();
  await seedDemo();
}

/** The address of a database for a role that owns nothing, as the app has one in a deployment. */
async function appUrl(shared: string, url: URL): Promise<URL> {
  // Several workers may do so at once: then another one has just made it.
  await administer(
    shared,
    `DO $$ BEGIN CREATE ROLE ${APP.username} LOGIN PASSWORD '${APP.password}';
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
  return Object.assign(new URL(url), APP);
}

const APP = { username: 'setu_app_of_tests', password: 'only-for-tests' };

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
