import type { SyncPosition } from './ports';

/** Where a device stands that never reached the server. */
export const NEVER_SYNCED: SyncPosition = { cursor: 0, epoch: null, backupSeq: 0, lastContact: null };
