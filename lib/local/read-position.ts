import type { SyncPosition } from '../outbox/ports';
import { NEVER_SYNCED } from '../outbox/position';
import type { WorkDatabase } from './work-database';

/** Where this device stands with the server. Runs in the caller's transaction, which holds `records`. */
export async function readPosition(db: WorkDatabase): Promise<SyncPosition> {
  const row = await db.records.get('position');
  return row?.key === 'position' ? { ...NEVER_SYNCED, ...row.position } : NEVER_SYNCED;
}
