import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../db/migrate';

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/**
 * Gives an empty database the shape that a backup was taken in: the first migrations, as its hashes name them. False when this
 * build does not know one of them: it is older than the backup.
 */
export async function migrateTo(
  databaseUrl: string,
  hashes: readonly string[],
  migrations: string,
): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'setu-migrations-'));
  try {
    await cp(migrations, folder, { recursive: true });
    const file = path.join(folder, 'meta', '_journal.json');
    const journal = JSON.parse(await readFile(file, 'utf8')) as Journal;
    const entries = journal.entries.slice(0, hashes.length);
    const known = await Promise.all(
      entries.map(async ({ tag }) =>
        createHash('sha256')
          .update(await readFile(path.join(folder, `${tag}.sql`), 'utf8'))
          .digest('hex'),
      ),
    );
    if (known.length < hashes.length || known.some((hash, index) => hash !== hashes[index])) return false;
    await writeFile(file, JSON.stringify({ ...journal, entries }));
    await migrate(databaseUrl, folder);
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
