import { existsSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { doStep } from './backup/do-step.mjs';
import { startPostgres } from './postgres/embedded.mjs';
import { clearLeftovers } from './postgres/leftovers.mjs';
import { databaseFolder } from './postgres/place.mjs';
import { lockFolder } from './start/folder-lock.mjs';
import { installPackages } from './start/install-packages.mjs';
import { StopError, say, show } from './start/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dataDir = resolve(process.env.SETU_DATA_DIR ?? join(root, '.data'));

/** Puts a backup in the place of a stopped server's database, files and keys. docs/backup.md says what to do around it. */
async function restore([folder, ...rest]) {
  if (!folder || rest.length > 0) throw new StopError('npm run restore -- BACKUP     (stop the app first)');
  await installPackages(root);
  const lock = await lockFolder(dataDir);
  try {
    const about = { step: 'restore', folder: resolve(folder), dataDir };
    const { madeAt } = process.env.DATABASE_URL
      ? await doStep(root, {
          ...about,
          databaseUrl: process.env.SETU_OWNER_DATABASE_URL || process.env.DATABASE_URL,
        })
      : await intoOwnDatabase(about);
    show([
      '',
      `The server is as it was at ${madeAt}. A new epoch has begun.`,
      'Start it. Devices offer again by themselves what they hold: applications, and then files.',
      'To be done again by people: decisions of officers since then, people and devices that were added, changed or revoked since then.',
    ]);
  } finally {
    lock.release();
  }
}

/** The database that is there is moved aside, never removed; when the restore fails it comes back. */
async function intoOwnDatabase(about) {
  const place = databaseFolder(dataDir, () => true);
  const aside = `${place}.before-restore-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  const wasThere = existsSync(join(place, 'PG_VERSION'));
  await clearLeftovers(place);
  if (wasThere) renameSync(place, aside);
  const database = await startPostgres(root, dataDir);
  try {
    const answer = await doStep(root, { ...about, databaseUrl: database.url });
    await database.stop();
    if (wasThere) say(`What was there before lies in ${aside}; remove it when everything is well.`);
    return answer;
  } catch (error) {
    await database.stop();
    if (wasThere) {
      renameSync(database.folder, `${aside}-failed`);
      renameSync(aside, place);
    }
    throw error;
  }
}

restore(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error instanceof StopError ? error.message : error.stack}\n`);
    process.exit(1);
  },
);
