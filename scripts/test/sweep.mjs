import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearLeftovers } from '../postgres/leftovers.mjs';

/** A temporary folder for one run; everything the stages make lies in it. */
export function makeRunFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'setu-run-'));
  // as root, PostgreSQL's own user has to walk in
  chmodSync(folder, 0o711);
  return folder;
}

/** Ends databases that a stage which was killed has left in the run's folder, and removes the folder. */
export async function sweep(folder) {
  for (const name of readdirSync(folder)) {
    const database = join(folder, name, 'postgres');
    if (existsSync(database)) await clearLeftovers(database);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
