import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StopError, say } from '../start/say.mjs';

/** Folders outside the checkout which every user can walk through, best first. Only root needs them. */
const SHARED = ['/var/lib/sheba-setu', '/var/tmp/sheba-setu'];

/** Where the database lies is written beside the other data, so that it is found again after the folder was moved. */
const pointerPath = (dataDir) => join(dataDir, 'database-folder.json');

/**
 * Folder of the database: `<dataDir>/postgres`, or for root, when PostgreSQL's user cannot walk into the data folder, a folder
 * of its own outside.
 */
export function databaseFolder(dataDir, canReach) {
  const known = readPointer(dataDir);
  if (known) return known;
  const inside = join(dataDir, 'postgres');
  if (existsSync(join(inside, 'PG_VERSION')) || canReach(dataDir)) return inside;
  const folder = join(
    sharedFolder(),
    createHash('sha256').update(dataDir).digest('hex').slice(0, 12),
    'postgres',
  );
  mkdirSync(join(folder, '..'), { recursive: true, mode: 0o755 });
  writeFileSync(pointerPath(dataDir), `${JSON.stringify({ folder, dataDir })}\n`);
  say(`PostgreSQL's user cannot enter ${dataDir}; the database lies in ${folder}.`);
  return folder;
}

/** A copy of the checkout must not share its original's database: then the pointer is left alone and a new place is taken. */
function readPointer(dataDir) {
  if (!existsSync(pointerPath(dataDir))) return undefined;
  const pointer = JSON.parse(readFileSync(pointerPath(dataDir), 'utf8'));
  if (pointer.dataDir !== dataDir) {
    if (existsSync(pointerPath(pointer.dataDir))) return undefined;
    writeFileSync(pointerPath(dataDir), `${JSON.stringify({ folder: pointer.folder, dataDir })}\n`);
  }
  return existsSync(join(pointer.folder, 'PG_VERSION')) ? pointer.folder : undefined;
}

/** PostgreSQL's programs where its user can read them: the package's own folder, or a copy outside the checkout. */
export function reachableBinaries({ native, version }, canRun) {
  if (canRun(native)) return native;
  const copy = join(sharedFolder(), `postgresql-${version}`);
  if (canRun(copy)) return copy;
  say(`Copying PostgreSQL to ${copy}, where its own user can read it …`);
  const half = `${copy}.${process.pid}`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  openToAll(half);
  renameSync(half, copy);
  if (!canRun(copy))
    throw new StopError(
      `PostgreSQL cannot be run from ${copy}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  return copy;
}

function sharedFolder() {
  for (const folder of SHARED) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      // somebody else's folder of this name in /var/tmp must not be trusted with programs or data
      if (statSync(folder).uid === 0) return folder;
    } catch {
      // try the next
    }
  }
  throw new StopError(
    `None of ${SHARED.join(', ')} can be used for the database. Set SETU_DATA_DIR or DATABASE_URL.`,
  );
}

function openToAll(folder) {
  execFileSync('chmod', ['-R', 'a+rX', folder]);
}
