import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { err, type Result } from '../../shared/result';
import { appendAudit } from '../audit/append-audit';
import { SYSTEM } from '../audit/audit-entry';
import { migrate } from '../db/migrate';
import { type KeyFile, parseKeyFile } from '../keys/key-file';
import { writeDurably } from '../storage/durable-file';
import { loadTables } from './load-tables';
import { type BackupProblem, type Manifest, readManifest } from './manifest';
import { mergeKeys } from './merge-keys';
import { migrateTo } from './migrate-to';

export interface RestoreOrder {
  readonly folder: string;
  /** An empty database. */
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Where the SQL of the migrations lies. */
  readonly migrations: string;
}

export type RestoreProblem =
  | BackupProblem
  | { readonly type: 'database-not-empty' }
  | { readonly type: 'backup-is-newer' };

/**
 * Puts a backup in place of an empty database, with its files and keys, and begins a new epoch: devices then offer again
 * what they hold. Nothing is touched before every part was read and is whole; no file and no key that is there is removed.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Result<Manifest, RestoreProblem>> {
  const { folder, databaseUrl, dataDir, migrations } = order;
  const manifest = await readManifest(folder, { thorough: true });
  if (!manifest.ok) return manifest;
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    if (!(await isEmpty(client))) return err({ type: 'database-not-empty' });
    if (!(await migrateTo(databaseUrl, manifest.value.migrations, migrations)))
      return err({ type: 'backup-is-newer' });
    for (const { path: name } of manifest.value.files)
      if (!name.startsWith('files/keys/'))
        await putBack(path.join(folder, name), path.join(dataDir, name.slice('files/'.length)));
    await putKeys(folder, dataDir);
    await client.query('BEGIN');
    await loadTables(client, folder, manifest.value);
    await client.query('UPDATE server_state SET epoch = gen_random_uuid()');
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  await migrate(databaseUrl, migrations);
  await noteRestore(databaseUrl, manifest.value);
  return manifest;
}

/** The audit trail says itself why rows behind an older anchor are missing. */
async function noteRestore(databaseUrl: string, { madeAt }: Manifest): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  await appendAudit(drizzle(pool), 'epoch', [
    { ...SYSTEM, action: 'epoch.began', detail: { backup: madeAt } },
  ]);
  await pool.end();
}

async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT 1 FROM pg_tables WHERE schemaname IN ('public', 'drizzle') LIMIT 1`,
  );
  return rows.length === 0;
}

async function putBack(source: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const half = `${target}.restored`;
  const handle = await open(half, 'w', 0o600);
  try {
    await pipeline(createReadStream(source), handle.createWriteStream({ flush: true }));
    await rename(half, target);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

async function putKeys(folder: string, dataDir: string): Promise<void> {
  const target = path.join(dataDir, 'keys', 'server-keys.json');
  const backup = parseKeyFile(await readFile(path.join(folder, 'files/keys/server-keys.json'), 'utf8'));
  const merged = mergeKeys(await keysHere(target), backup);
  await writeDurably(target, Buffer.from(JSON.stringify(merged, null, 2)));
}

async function keysHere(file: string): Promise<KeyFile | null> {
  try {
    return parseKeyFile(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
