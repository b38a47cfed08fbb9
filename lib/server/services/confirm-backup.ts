import { eq, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { runTransaction } from '../db/run-transaction';
import { streams } from '../db/schema/streams';

/** Last number of every stream. */
export type BackupPositions = ReadonlyMap<string, number>;

/** To be read before a backup begins: whatever is numbered up to here will be in it. */
export async function readBackupPositions(db: Database): Promise<BackupPositions> {
  const rows = await db.select({ id: streams.id, lastSeq: streams.lastSeq }).from(streams);
  return new Map(rows.map(({ id, lastSeq }) => [id, lastSeq]));
}

/** To be called when the backup is safe: devices let go of their copies up to here. The mark never goes back. */
export async function confirmBackup(db: Database, positions: BackupPositions): Promise<void> {
  await runTransaction(db, async (tx) => {
    for (const [id, backupSeq] of positions)
      await tx
        .update(streams)
        .set({ backupSeq: sql`greatest(${streams.backupSeq}, least(${streams.lastSeq}, ${backupSeq}))` })
        .where(eq(streams.id, id));
  });
}
