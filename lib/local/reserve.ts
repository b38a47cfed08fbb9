import type { DatabaseGate } from './database-gate';
import { PART_BYTES, partsOf } from './file-parts';
import type { WorkDatabase } from './work-database';

/** Room kept back for words when the device is full, bytes. */
export const RESERVE_BYTES = 20 * PART_BYTES;
/** Lies among the file parts under an id that no file has: an older version of the app leaves it alone. */
const RESERVE_ID = 'reserve';

/** Whether the reserve is there, as a whole or in part. */
export function hasReserve(gate: DatabaseGate<WorkDatabase>): Promise<boolean> {
  return gate.read(async (db) => (await db.fileParts.where('attachmentId').equals(RESERVE_ID).count()) > 0);
}

/** Puts the reserve there; all of it or nothing. `bytes` are random: a browser packs what repeats, and then nothing would be kept back. */
export function layReserve(gate: DatabaseGate<WorkDatabase>, bytes: Uint8Array): Promise<void> {
  const parts = partsOf(RESERVE_ID, bytes);
  return gate.write([gate.db.fileParts], async (db) => {
    await db.fileParts.bulkPut(parts);
  });
}

/** Gives the reserve up. True when there was one, so that what did not fit may fit now. */
export function spendReserve(gate: DatabaseGate<WorkDatabase>): Promise<boolean> {
  return gate.write([gate.db.fileParts], async (db) => {
    const count = await db.fileParts.where('attachmentId').equals(RESERVE_ID).delete();
    return count > 0;
  });
}
