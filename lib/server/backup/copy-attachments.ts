import { createReadStream } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Part } from './manifest';
import { writePart } from './write-part';

export interface CopiedFiles {
  readonly files: readonly Part[];
  /** Paths that the database names and that are not there, or are not what was stored. */
  readonly damaged: readonly string[];
}

/**
 * Copies every stored file that the snapshot names, and compares each with the hash it was stored under. A file lies on
 * disk before its row says so, and is never changed: reading them after the snapshot was taken misses none.
 */
export async function copyAttachments(
  client: pg.Client,
  dataDir: string,
  folder: string,
): Promise<CopiedFiles> {
  const { rows } = await client.query<{ path: string; sha256: string }>(
    `SELECT path, stored_sha256 AS sha256 FROM attachments WHERE state = 'stored' ORDER BY path`,
  );
  const files: Part[] = [];
  const damaged: string[] = [];
  for (const row of rows) {
    const copied = await copyOne(
      path.join(dataDir, row.path),
      folder,
      `files/${row.path.replaceAll('\\', '/')}`,
    );
    if (copied !== null) files.push(copied);
    if (copied?.sha256 !== row.sha256) damaged.push(row.path);
  }
  return { files, damaged };
}

/** One file of the data folder into the backup; null when it cannot be read. */
export async function copyOne(source: string, folder: string, name: string): Promise<Part | null> {
  try {
    return await writePart(folder, name, createReadStream(source), { gzip: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
