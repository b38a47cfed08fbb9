import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../postgres/embedded.mjs';
import { databaseFolder } from '../postgres/place.mjs';
import { lockFolder } from '../start/folder-lock.mjs';
import { isAlive } from '../start/process-identity.mjs';

/** The fourth line of PostgreSQL's pid file is the port it listens on. */
const PORT_LINE = 3;

/**
 * The database of a data folder, as its owner: SETU_OWNER_DATABASE_URL or DATABASE_URL, or the one that the running app has, or, when nothing runs, one that is started for
 * as long as it is needed. `close()` ends what was started here.
 */
export async function serverDatabase(root, dataDir) {
  if (process.env.DATABASE_URL)
    return {
      url: process.env.SETU_OWNER_DATABASE_URL || process.env.DATABASE_URL,
      close: async () => undefined,
    };
  const running = runningDatabase(dataDir);
  if (running) return { url: running, close: async () => undefined };
  const lock = await lockFolder(dataDir);
  const database = await startPostgres(root, dataDir);
  return {
    url: database.url,
    close: async () => {
      await database.stop();
      lock.release();
    },
  };
}

function runningDatabase(dataDir) {
  const file = join(
    databaseFolder(dataDir, () => true),
    'postmaster.pid',
  );
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const port = Number(lines[PORT_LINE]);
  if (!isAlive(Number(lines[0])) || !Number.isInteger(port) || port <= 0) return null;
  const password = readFileSync(join(dataDir, 'database-password'), 'utf8').trim();
  return `postgresql://setu:${password}@127.0.0.1:${port}/sheba_setu`;
}
