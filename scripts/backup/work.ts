/*
 * Runs in a process of its own, under tsx: does one step of a backup or a restore by the app's own functions, and tells the parent
 * how it ended. DATABASE_URL and SETU_DATA_DIR say of which server.
 */
import { join } from 'node:path';
import { confirmFolder } from '../../lib/server/backup/confirm';
import { restoreBackup } from '../../lib/server/backup/restore-backup';
import { writeBackup } from '../../lib/server/backup/write-backup';
import { closeDatabase, database } from '../../lib/server/db/client';
import { readServerConfig } from '../../lib/server/server-config';

async function work(step: string, folder: string): Promise<unknown> {
  const { databaseUrl, dataDir } = readServerConfig();
  if (step === 'write') {
    const { manifest, damaged } = await writeBackup({
      databaseUrl,
      dataDir,
      target: folder,
      now: Date.now(),
    });
    const submissions = manifest.tables.find(({ name }) => name === 'submissions')?.rows ?? 0;
    return { ok: true, submissions, files: manifest.files.length - 1, damaged };
  }
  if (step === 'confirm') return confirmFolder(database(), folder);
  const migrations = join(process.cwd(), 'lib/server/db/migrations');
  const restored = await restoreBackup({ folder, databaseUrl, dataDir, migrations });
  return restored.ok ? { ok: true, madeAt: restored.value.madeAt } : restored;
}

const [step = '', folder = ''] = process.argv.slice(2);
work(step, folder)
  .then(async (answer) => {
    process.send?.(answer);
    await closeDatabase();
    process.exit(0);
  })
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
