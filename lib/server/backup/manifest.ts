import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../shared/result';

/** Name of the file that makes a folder a backup. It is written last: a folder without it is not one. */
export const MANIFEST = 'manifest.json';

const count = z.int().check(z.minimum(0));
const part = z.strictObject({
  path: z.string().check(z.minLength(1), z.refine(staysInside)),
  bytes: count,
  /** Lower-case hex, of the file as it lies in the backup. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

const manifestSchema = z.strictObject({
  format: z.literal('sheba-setu-backup'),
  v: z.literal(1),
  madeAt: z.iso.datetime(),
  epoch: z.string(),
  /** Hashes of the migrations the database had, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(z.strictObject({ ...part.shape, name: z.string(), rows: count })),
  files: z.array(part),
  /** Last number of every stream in this backup; what devices may let go of once it is confirmed. */
  positions: z.record(z.string(), count),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Part = z.infer<typeof part>;

export type BackupProblem =
  | { readonly type: 'not-a-backup' }
  | { readonly type: 'part-damaged'; readonly path: string };

/** The manifest of a backup. With `thorough` every part is read and compared with its hash first. */
export async function readManifest(
  folder: string,
  { thorough }: { readonly thorough: boolean },
): Promise<Result<Manifest, BackupProblem>> {
  const manifest = await parseManifest(path.join(folder, MANIFEST));
  if (manifest === null) return err({ type: 'not-a-backup' });
  if (!thorough) return ok(manifest);
  for (const one of [...manifest.tables, ...manifest.files])
    if ((await hashOf(path.join(folder, one.path))) !== one.sha256)
      return err({ type: 'part-damaged', path: one.path });
  return ok(manifest);
}

async function parseManifest(file: string): Promise<Manifest | null> {
  try {
    const parsed = z.safeParse(manifestSchema, JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** SHA-256 of a file, hex; null when it cannot be read. */
export async function hashOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

function staysInside(name: string): boolean {
  return !path.isAbsolute(name) && !name.split(/[\\/]/).includes('..');
}
