import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../postgres/embedded.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * A PostgreSQL for tests, gone when they are done. SETU_TEST_DATABASE_URL tells the tests where it is; one that is already set
 * is used as it is.
 */
export default async function setup() {
  if (process.env.SETU_TEST_DATABASE_URL) return undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'setu-test-'));
  // as root, PostgreSQL's own user has to walk in
  chmodSync(dataDir, 0o711);
  const database = await startPostgres(root, dataDir);
  process.env.SETU_TEST_DATABASE_URL = database.url;
  return async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(database.folder, { recursive: true, force: true });
  };
}
