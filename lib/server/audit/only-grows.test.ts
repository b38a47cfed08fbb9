import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayRewriteAudit } from '../db/app-role';
import { databasePool } from '../db/client';
import { failureCode } from '../db/failures';
import { runTransaction } from '../db/run-transaction';
import { createTestServer, type TestServer } from '../testing/create-test-server';
import { readAudit } from '../testing/read-audit';
import { anchorDay, readAnchors, takeAnchor } from './anchor';
import { appendAudit } from './append-audit';
import { SYSTEM } from './audit-entry';
import { chainHash } from './chain-hash';
import { verifyAudit } from './verify-audit';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const entry = { ...SYSTEM, action: 'case.read' } as const;
const ROW = `INSERT INTO audit SELECT chain, seq + 1, at, action, outcome, person, role, device_id, stream_id, first_seq, last_seq,
  cases, claimed_at, detail, hash FROM audit ORDER BY chain, seq DESC LIMIT 1`;
const WAYS = [
  ['change a row', `UPDATE audit SET person = 'x'`],
  ['remove a row', 'DELETE FROM audit WHERE seq = 1'],
  ['empty it', 'TRUNCATE audit'],
  ['switch its triggers off', 'ALTER TABLE audit DISABLE TRIGGER ALL'],
  ['drop it', 'DROP TABLE audit'],
  ['drop a trigger', 'DROP TRIGGER audit_only_grows ON audit'],
  ['act as a replica', 'SET session_replication_role = replica'],
  ['become the owner', 'SET ROLE setu'],
  [
    'write another function',
    'CREATE OR REPLACE FUNCTION audit_line(entry audit) RETURNS text LANGUAGE sql AS $$ SELECT 1::text $$',
  ],
  ['put a table before it', 'CREATE TABLE public.audit2 (a integer)'],
] as const;

describe('the audit trail', () => {
  it.each([...WAYS, ['add a row with a hash of its own', ROW] as const])(
    'the app may not %s',
    async (_name, statement) => {
      const client = await databasePool().connect();
      const refused = await client.query(statement).catch((error: unknown) => failureCode(error));
      client.release(true);
      expect(refused).toBe('42501');
    },
  );

  it.each(WAYS.slice(0, 3))('not even its owner may %s as things are', async (_name, statement) => {
    const owner = new pg.Client({ connectionString: server.ownerUrl });
    await owner.connect();
    const refused = await owner.query(statement).catch((error: unknown) => failureCode(error));
    await owner.end();
    expect(refused).toBe('23001');
  });

  it('knows whether whoever is connected could', async () => {
    expect(await mayRewriteAudit(databasePool())).toBe(false);
    const owner = new pg.Pool({ connectionString: server.ownerUrl, max: 1 });
    expect(await mayRewriteAudit(owner)).toBe(true);
    await owner.end();
  });

  it('has nothing of a change that was rolled back', async () => {
    const before = await readAudit(server);
    await expect(
      runTransaction(server.db, async (tx) => {
        await appendAudit(tx, 'rolled-back', [entry]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await readAudit(server)).toEqual(before);
  });

  it('is one chain for each key, whoever appends at once, and hashed here as in the database', async () => {
    const before = (await readAudit(server, 'busy')).length;
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        runTransaction(server.db, (tx) =>
          appendAudit(tx, 'busy', [
            { ...entry, detail: { n } },
            { ...entry, detail: { n, second: 'দ্বিতীয় "\\ \u2028 🌾' }, cases: [], claimedAt: [] },
          ]),
        ),
      ),
    );
    const rows = await readAudit(server, 'busy');
    expect(rows).toHaveLength(before + 80);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    for (const [index, row] of rows.entries())
      expect(row.hash).toBe(chainHash(rows[index - 1]?.hash ?? '0'.repeat(64), row));
    expect((await verifyAudit(server.db, [])).broken).toEqual([]);
  });

  it('goes on with its own time when the clock of the database is set back', async () => {
    await server.asOwner(`
      CREATE SCHEMA behind;
      CREATE FUNCTION behind.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS 'SELECT pg_catalog.clock_timestamp() - interval ''1 day''';
      ALTER FUNCTION audit_append(smallint, jsonb) SET search_path = behind, pg_catalog`);
    await appendAudit(server.db, 'busy', [entry]);
    await server.asOwner(`ALTER FUNCTION audit_append(smallint, jsonb) SET search_path = ''`);
    const [before, row] = (await readAudit(server, 'busy')).slice(-2);
    expect(row?.at).toEqual(before?.at);
    expect((await verifyAudit(server.db, [])).broken).toEqual([]);
  });
});

describe('an anchor', () => {
  it('waits for what was appended before its instant and is not committed yet', async () => {
    const until = new Date(Date.now() + 200);
    let anchored: ReturnType<typeof takeAnchor> | undefined;
    await runTransaction(server.db, async (tx) => {
      await appendAudit(tx, 'slow', [{ ...entry, detail: { slow: 'yes' } }]);
      await new Promise((resolve) => setTimeout(resolve, 400));
      anchored = takeAnchor(server.db, until);
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    const anchor = await anchored;
    const slow = (await readAudit(server, 'slow')).find(({ detail }) => detail?.includes('slow'));
    expect(anchor?.heads).toContainEqual({ chain: slow?.chain, seq: slow?.seq, hash: slow?.hash });
  });

  it('of a day is written once, as of its midnight', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'setu-anchors-'));
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
    const anchor = await anchorDay(server.db, folder, tomorrow);
    expect(anchor?.until).toBe(`${tomorrow.toISOString().slice(0, 10)}T00:00:00.000Z`);
    expect(anchor?.rows).toBe((await readAudit(server)).length);
    expect(await anchorDay(server.db, folder, tomorrow)).toBeNull();
    expect(await readdir(path.join(folder, 'audit-anchors'))).toHaveLength(1);
    expect(await readAnchors(folder)).toEqual({ anchors: [anchor], damaged: [] });
    await rm(folder, { recursive: true });
  });

  it('is taken while the trail is read to the end: nothing is locked for good', async () => {
    await takeAnchor(server.db, new Date());
    await appendAudit(server.db, 'busy', [entry]);
    const { rows } = await server.db.execute(
      sql`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    expect(rows).toEqual([]);
  });
});
