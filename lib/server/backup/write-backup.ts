import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { assert } from '../../shared/assert';
import { writeDurably } from '../storage/durable-file';
import { copyAttachments, copyOne } from './copy-attachments';
import { dumpTables } from './dump-tables';
import { MANIFEST, type Manifest } from './manifest';

export interface BackupOrder {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Folder that will hold the backup; must not exist. */
  readonly target: string;
  readonly now: number;
}

export interface WrittenBackup {
  readonly manifest: Manifest;
  /** Files that could not be copied as they were stored. A backup with any must not be confirmed. */
  readonly damaged: readonly string[];
}

/**
 * Copies database, files and keys as of one moment, while the server runs. The folder gets its name only when
 * everything is on disk: what a cut run leaves is called `….part` and is not a backup.
 */
export async function writeBackup({
  databaseUrl,
  dataDir,
  target,
  now,
}: BackupOrder): Promise<WrittenBackup> {
  const half = `${target}.part`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const head = await readHead(client);
    const tables = await dumpTables(client, half);
    const { files, damaged } = await copyAttachments(client, dataDir, half);
    await client.query('COMMIT');
    const keys = await copyOne(
      path.join(dataDir, 'keys', 'server-keys.json'),
      half,
      'files/keys/server-keys.json',
    );
    assert(keys, 'a server that ever started has its keys in the data folder');
    const manifest: Manifest = {
      format: 'sheba-setu-backup',
      v: 1,
      madeAt: new Date(now).toISOString(),
      ...head,
      tables,
      files: [...files, keys],
    };
    await writeDurably(path.join(half, MANIFEST), Buffer.from(JSON.stringify(manifest, null, 1)));
    await rename(half, target);
    return { manifest, damaged };
  } finally {
    await client.end();
  }
}

async function readHead(client: pg.Client): Promise<Pick<Manifest, 'epoch' | 'migrations' | 'positions'>> {
  const { rows: state } = await client.query<{ epoch: string }>(
    'SELECT epoch FROM server_state WHERE id = 1',
  );
  const { rows: migrations } = await client.query<{ hash: string }>(
    'SELECT hash FROM drizzle.__drizzle_migrations ORDER BY created_at, id',
  );
  const { rows: streams } = await client.query<{ id: string; last_seq: string }>(
    'SELECT id, last_seq FROM streams',
  );
  assert(state[0], 'the database was migrated');
  return {
    epoch: state[0].epoch,
    migrations: migrations.map(({ hash }) => hash),
    positions: Object.fromEntries(streams.map(({ id, last_seq }) => [id, Number(last_seq)])),
  };
}
