import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { prepareDatabase } from '../start/prepare-database.mjs';
import { startPostgres } from './embedded.mjs';

const PATIENCE_MS = 60_000;
const NAMES = ['postgres', 'database-password', 'database-app-password'];

/**
 * Lays a copy of a filled database (this version's shape, services, demo people) into the empty `dataDir`, for a test run only:
 * SETU_PREPARED names the folder where the first who asks makes it, and the others of the run take it from. Resolves with false
 * where no such folder is named or the database has to lie elsewhere; then it is made the usual way.
 */
export async function copyPrepared(root, dataDir) {
  const folder = process.env.SETU_PREPARED;
  if (!folder || !(await isReady(root, folder))) return false;
  for (const name of NAMES)
    cpSync(join(folder, name), join(dataDir, name), { recursive: true, mode: constants.COPYFILE_FICLONE });
  const { uid, gid } = statSync(join(folder, 'postgres'));
  if (process.getuid?.() === 0) giveAway(join(dataDir, 'postgres'), uid, gid);
  chmodSync(join(dataDir, 'postgres'), 0o700);
  return true;
}

async function isReady(root, folder) {
  const mark = (name) => join(folder, name);
  try {
    mkdirSync(folder, { mode: 0o711 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const until = Date.now() + PATIENCE_MS;
    while (!existsSync(mark('ready')) && !existsSync(mark('not-here')) && Date.now() < until) await wait(50);
    return existsSync(mark('ready'));
  }
  try {
    const database = await startPostgres(root, folder);
    await prepareDatabase(root, {
      env: { DATABASE_URL: database.appUrl, SETU_OWNER_DATABASE_URL: database.url, SETU_DATA_DIR: folder },
      demo: true,
    });
    await database.stop();
    if (database.folder !== join(folder, 'postgres')) {
      rmSync(database.folder, { recursive: true, force: true });
      throw new Error('it lies elsewhere');
    }
  } catch (error) {
    writeFileSync(mark('not-here'), String(error));
    return false;
  }
  writeFileSync(mark('ready'), '');
  return true;
}

function giveAway(path, uid, gid) {
  lchownSync(path, uid, gid);
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path)) giveAway(join(path, name), uid, gid);
}
