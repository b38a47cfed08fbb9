import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgres } from '../postgres/embedded.mjs';
import { copyPrepared } from '../postgres/prepared.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * A PostgreSQL for tests, gone when they are done. SETU_TEST_DATABASE_URL tells the tests where it is; one that is already set
 * is used as it is. SETU_TEST_TEMPLATE names a filled database on it, if there is one, of which copies are made.
 */
export default async function setup() {
  if (process.env.SETU_TEST_DATABASE_URL) return undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'setu-test-'));
  // as root, PostgreSQL's own user has to walk in
  chmodSync(dataDir, 0o711);
  const isFilled = await copyPrepared(root, dataDir);
  const database = await startPostgres(root, dataDir);
  process.env.SETU_TEST_DATABASE_URL = database.url;
  if (isFilled) await setTemplate(database.url);
  return async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(database.folder, { recursive: true, force: true });
  };
}

/** A database to which nobody is connected: only such a one can be copied. */
async function setTemplate(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE setu_filled TEMPLATE ${new URL(url).pathname.slice(1)}`);
  await client.end();
  process.env.SETU_TEST_TEMPLATE = 'setu_filled';
}
