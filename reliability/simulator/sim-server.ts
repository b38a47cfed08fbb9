import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { loadCatalogue } from '../../lib/catalogue/load-catalogue';
import { createAuth } from '../../lib/server/auth/create-auth';
import { guardEpoch, startNewEpoch } from '../../lib/server/boot/guard-epoch';
import { closeDatabase, type Database } from '../../lib/server/db/client';
import { loadKeyFile } from '../../lib/server/keys/key-file';
import type { ServerContext } from '../../lib/server/server-context';
import { publishCatalogue } from '../../lib/server/services/publish-catalogue';
import { createTestServer } from '../../lib/server/testing/create-test-server';
import { routeTable } from '../../lib/server/testing/route-table';
import { assert } from '../../lib/shared/assert';
import { faultyPool, noPlan, type StatementPlan } from './statement-faults';

/** Where route handlers find what a process has once (`lib/server/db/client.ts`, `lib/server/server-context.ts`). */
const process_ = globalThis as unknown as {
  setuDatabase?: { readonly pool: pg.Pool; readonly db: Database };
  setuContext?: Promise<ServerContext>;
};

/** Tables that a run changes, parents first. */
const TABLES = [
  'server_state',
  'catalogue_versions',
  'catalogue_entries',
  'streams',
  'devices',
  'submissions',
  'submission_events',
  'attachments',
  'quarantine',
] as const;

export interface SimServer {
  readonly origin: string;
  readonly admin: pg.Client;
  readonly dataDir: string;
  readonly plan: StatementPlan;
  readonly context: ServerContext;
  /** The server's clock; each run sets its own. */
  clock: () => number;
  db(): Database;
  /** One request by the real route handlers; `crashed` when the server went down over it. */
  answer(request: Request): Promise<Response | 'crashed'>;
  /** Everything in memory is gone; the database rolls back what was open. */
  restart(): Promise<void>;
  copyTo(schema: 'kept' | 'blank'): Promise<void>;
  copyBack(schema: 'kept' | 'blank'): Promise<void>;
  /** To be called after `copyBack('kept')`. `told`: whoever restored it said so; otherwise the next start has to notice. */
  startRestored(told: boolean): Promise<void>;
  /** Begins a run: empty books, first epoch. */
  reset(): Promise<void>;
  publishSecondForm(): Promise<void>;
  close(): Promise<void>;
}

/** The real server on a database of its own, with a clock and statements that a run rules over. */
export async function openSimServer(): Promise<SimServer> {
  const test = await createTestServer();
  const url = process.env.DATABASE_URL;
  assert(url, 'the test server said where its database is');
  await closeDatabase();
  const admin = new pg.Client({ connectionString: test.ownerUrl, application_name: 'simulator' });
  await admin.connect();
  // A run may forget what it wrote when the machine loses its power; nothing else is different.
  await admin.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`);
  await admin.query('SET synchronous_commit = off; SET session_replication_role = replica');
  for (const schema of ['kept', 'blank']) {
    await admin.query(`CREATE SCHEMA ${schema}`);
    for (const table of TABLES) await admin.query(`CREATE TABLE ${schema}.${table} (LIKE public.${table})`);
  }
  const plan = noPlan((pid) => endConnection(admin, pid));
  const routes = routeTable();
  const generation = path.join(test.dataDir, 'generation');

  let base = test.context;
  function start(pool = faultyPool(url as string, plan)): void {
    // What the server keeps in memory hangs on this object.
    const db = drizzle(pool);
    process_.setuDatabase = { pool, db };
    process_.setuContext = Promise.resolve({ ...base, db, now: () => server.clock() });
  }

  const copy = (from: string, to: string) =>
    admin.query(
      TABLES.toReversed()
        .map((table) => `DELETE FROM ${to}.${table};`)
        .concat(TABLES.map((table) => `INSERT INTO ${to}.${table} SELECT * FROM ${from}.${table};`))
        // The forms are many and never change: only the second version of one comes and goes.
        .concat(
          'DELETE FROM services WHERE version > 1 AND (SELECT max(version) FROM catalogue_versions) = 1;',
        )
        .join('\n'),
    );

  const server: SimServer = {
    origin: test.origin,
    admin,
    dataDir: test.dataDir,
    plan,
    context: test.context,
    clock: Date.now,
    db: () => (process_.setuDatabase as { db: Database }).db,
    async answer(request) {
      const crash = new Promise<'crashed'>((resolve) => {
        plan.crashed = () => resolve('crashed');
      });
      return Promise.race([routes(request), crash]);
    },
    async restart() {
      plan.left = -1;
      const old = process_.setuDatabase;
      start();
      await dropConnections(old?.pool, plan);
      await guardEpoch(server.db(), test.dataDir);
    },
    async copyTo(schema) {
      await copy('public', schema);
    },
    async copyBack(schema) {
      await copy(schema, 'public');
    },
    async startRestored(told) {
      if (told) await startNewEpoch(server.db());
      await server.restart();
    },
    async reset() {
      plan.left = -1;
      await copy('blank', 'public');
      await copy('blank', 'kept');
      start(process_.setuDatabase?.pool);
      await writeFile(generation, '0');
    },
    async publishSecondForm() {
      await publishCatalogue(server.db(), secondCatalogue);
    },
    async close() {
      await dropConnections(process_.setuDatabase?.pool, plan);
      await admin.end();
      await test.close();
    },
  };
  start();
  // Signing in needs the pool of the beginning; runs do not sign in.
  base = {
    ...base,
    auth: createAuth({ db: server.db(), secret: (await loadKeyFile(test.dataDir)).authSecret, origin: null }),
  };
  process_.setuContext = Promise.resolve({ ...base, db: server.db(), now: () => server.clock() });
  return server;
}

/** Ends a connection and resolves when it is gone. PostgreSQL's own waiting looks only ten times a second. */
async function endConnection(admin: pg.Client, pid: number): Promise<void> {
  await admin.query('SELECT pg_terminate_backend($1)', [pid]);
  const isThere = () => admin.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid]);
  for (const until = Date.now() + 5_000; (await isThere()).rowCount !== 0; )
    assert(Date.now() < until, 'a connection that was told to end ends');
}

/** As a killed process leaves its connections: the database notices and rolls back. */
async function dropConnections(pool: pg.Pool | undefined, plan: StatementPlan): Promise<void> {
  const clients =
    (pool as unknown as { _clients?: readonly { readonly processID: number }[] })?._clients ?? [];
  for (const { processID } of [...clients]) await plan.terminate(processID);
}

export const SECOND_FORM = 'nationality-character-certificate';

/** The same catalogue with one form changed: it gets a second version, and the first stays for ever. */
const secondCatalogue = withSecondForm(loadCatalogue());

function withSecondForm(catalogue: ReturnType<typeof loadCatalogue>): typeof catalogue {
  const services = catalogue.services.map((one) =>
    one.id === SECOND_FORM ? { ...one, name: { bn: `${one.name.bn} ২`, en: `${one.name.en} 2` } } : one,
  );
  return { ...catalogue, services };
}
