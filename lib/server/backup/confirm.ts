import { eq } from 'drizzle-orm';
import { err, ok, type Result } from '../../shared/result';
import type { Database } from '../db/client';
import { serverState } from '../db/schema/server-state';
import { confirmBackup } from '../services/confirm-backup';
import { type BackupProblem, readManifest } from './manifest';

/** `other-epoch`: the server was restored since; numbers of that time mean nothing now. */
export type ConfirmProblem = BackupProblem | { readonly type: 'other-epoch' };

/**
 * Tells devices that a backup is safe, so that they may let go of what it holds. Every part of it is read first: a backup
 * that was copied elsewhere is confirmed from there, as it lies there.
 */
export async function confirmFolder(db: Database, folder: string): Promise<Result<void, ConfirmProblem>> {
  const manifest = await readManifest(folder, { thorough: true });
  if (!manifest.ok) return manifest;
  const [state] = await db.select().from(serverState).where(eq(serverState.id, 1));
  if (state?.epoch !== manifest.value.epoch) return err({ type: 'other-epoch' });
  await confirmBackup(db, new Map(Object.entries(manifest.value.positions)));
  return ok(undefined);
}
