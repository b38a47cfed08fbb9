import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../audit/verify-audit';
import { createTestServer, type TestServer } from '../testing/create-test-server';
import { makeSubmission } from '../testing/make-submission';
import { atCentre } from '../testing/people';
import { sendFile } from '../testing/send-file';
import { MANIFEST, readManifest } from './manifest';
import { restoreBackup } from './restore-backup';
import { type WrittenBackup, writeBackup } from './write-backup';

const migrations = path.resolve('lib/server/db/migrations');
const asked = 'ফরিদা "O\'Brien" \\ \u2028 রহমান 🌾';
let server: TestServer;
let folder: string;
let stored: string;
beforeAll(async () => {
  server = await createTestServer();
  folder = await mkdtemp(path.join(tmpdir(), 'setu-backup-'));
  const centre = await atCentre(server.origin);
  const made = await makeSubmission(server, centre, {
    bend: (plaintext) => ({ ...plaintext, author: { kind: 'operator', name: asked } }),
  });
  await centre.file(made.submission);
  const [file] = made.submission.attachments;
  if (!file) throw new Error('the service asks for a file');
  await sendFile(centre, made, file.id);
  stored = path.join('attachments', made.submission.id.slice(0, 2), made.submission.id, file.id);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

let target: string;
let written: WrittenBackup;
beforeEach(async () => {
  target = path.join(folder, randomBytes(4).toString('hex'));
  written = await back();
});

const back = () =>
  writeBackup({
    databaseUrl: urlOf(),
    dataDir: server.dataDir,
    target,
    now: Date.parse('2026-11-22T12:00:00Z'),
  });
const urlOf = () => server.ownerUrl;

/** An empty database beside the others of the run. */
async function emptyDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const url = new URL(urlOf());
  const name = `setu_${randomBytes(6).toString('hex')}`;
  await query(urlOf(), `CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => query(urlOf(), `DROP DATABASE ${name} WITH (FORCE)`).then(() => undefined),
  };
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const contentOf = async (url: string, table: string) =>
  (await query(url, `SELECT row_to_json(t)::text AS line FROM "${table}" t`)).map(({ line }) => line).sort();

async function restoreInto(dataDir: string, url: string) {
  return restoreBackup({ folder: target, databaseUrl: url, dataDir, migrations });
}

describe('a backup', () => {
  it('comes back row for row, with its files and keys, in a new epoch', async () => {
    const empty = await emptyDatabase();
    const dataDir = await mkdtemp(path.join(tmpdir(), 'setu-data-'));

    const before = new Set(await contentOf(urlOf(), 'audit'));

    const restored = await restoreInto(dataDir, empty.url);

    expect(restored.ok).toBe(true);
    expect(written.manifest.tables.map(({ name }) => name)).toContain('submissions');
    const same = written.manifest.tables.filter(({ name }) => !['server_state', 'audit'].includes(name));
    for (const { name } of same)
      expect(await contentOf(empty.url, name), name).toEqual(await contentOf(urlOf(), name));
    expect(await contentOf(empty.url, 'sessions')).toEqual([]);
    const trail = await contentOf(empty.url, 'audit');
    const [restoredRow, ...others] = trail.filter((line) => !before.has(line));
    expect(trail).toHaveLength(before.size + 1);
    expect(restoredRow).toContain('epoch.began');
    expect(others).toEqual([]);
    const pool = new pg.Pool({ connectionString: empty.url, max: 1 });
    expect((await verifyAudit(drizzle(pool), [])).broken).toEqual([]);
    await pool.end();
    const [state] = await query(empty.url, 'SELECT epoch FROM server_state');
    expect(state.epoch).not.toBe(written.manifest.epoch);
    expect(await readFile(path.join(dataDir, stored))).toEqual(
      await readFile(path.join(server.dataDir, stored)),
    );
    expect(JSON.parse(await readFile(path.join(dataDir, 'keys/server-keys.json'), 'utf8'))).toEqual(
      JSON.parse(await readFile(path.join(server.dataDir, 'keys/server-keys.json'), 'utf8')),
    );
    await empty.drop();
    await rm(dataDir, { recursive: true });
  });

  it('says how far every stream is in it', () => {
    expect(Object.values(written.manifest.positions)).toContain(2);
  });

  it('holds nothing that anybody but its owner can read', async () => {
    const { mode } = await import('node:fs/promises').then((fs) => fs.stat(path.join(target, MANIFEST)));
    expect(mode & 0o077).toBe(0);
  });

  it('names a stored file that is not there any more, or is another', async () => {
    const whole = await readFile(path.join(server.dataDir, stored));
    await writeFile(path.join(server.dataDir, stored), Buffer.concat([whole, Buffer.from([0])]));
    target += '-2';

    expect((await back()).damaged).toEqual([stored]);

    await writeFile(path.join(server.dataDir, stored), whole);
    target += '-3';
    expect((await back()).damaged).toEqual([]);
  });
});

describe('a restore refuses, and changes nothing,', () => {
  it('a folder that is no backup', async () => {
    await rm(path.join(target, MANIFEST));
    expect(await restoreInto(folder, urlOf())).toEqual({ ok: false, problem: { type: 'not-a-backup' } });
  });

  it('a backup of which one byte is wrong', async () => {
    const part = path.join(target, 'database/submissions.jsonl.gz');
    const bytes = await readFile(part);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(part, bytes);
    const empty = await emptyDatabase();

    expect(await restoreInto(folder, empty.url)).toEqual({
      ok: false,
      problem: { type: 'part-damaged', path: 'database/submissions.jsonl.gz' },
    });
    expect(await query(empty.url, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
    await empty.drop();
  });

  it('a part that would be written elsewhere', async () => {
    const manifest = JSON.parse(await readFile(path.join(target, MANIFEST), 'utf8'));
    manifest.files[0].path = '../../elsewhere';
    await writeFile(path.join(target, MANIFEST), JSON.stringify(manifest));
    expect(await readManifest(target, { thorough: true })).toEqual({
      ok: false,
      problem: { type: 'not-a-backup' },
    });
  });

  it('a database that has something in it', async () => {
    expect(await restoreInto(folder, urlOf())).toEqual({
      ok: false,
      problem: { type: 'database-not-empty' },
    });
  });

  it('a backup of a newer version', async () => {
    const manifest = JSON.parse(await readFile(path.join(target, MANIFEST), 'utf8'));
    manifest.migrations.push('a migration to come');
    await writeFile(path.join(target, MANIFEST), JSON.stringify(manifest));
    const empty = await emptyDatabase();

    expect(await restoreInto(folder, empty.url)).toEqual({ ok: false, problem: { type: 'backup-is-newer' } });
    await empty.drop();
  });
});
