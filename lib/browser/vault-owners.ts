import { FREE_TRIES, LAST_TRY, pauseLeft } from '../local/pin-tries';
import { ownerOf } from '../local/record-store';
import type { RecordRow, VaultRow } from '../local/rows';
import { readHeldWork } from './held-work';
import type { WorkRoom } from './work-room';

/** One who can open this device. */
export interface VaultOwner {
  readonly owner: string;
  readonly name: string;
  /** Used the device last. */
  readonly isCurrent: boolean;
  /** Too many wrong PINs: only the password helps, and what was begun is gone. */
  readonly isGone: boolean;
  /** Tries until then; null as long as nobody need be told. */
  readonly triesLeft: number | null;
  /** No PIN before this time, device clock; 0 = at once. */
  readonly waitUntil: number;
}

export interface LockedDevice {
  readonly owners: readonly VaultOwner[];
  /** Applications in the queue of this device that have not arrived, of whoever. */
  readonly waiting: number;
}

export async function readVaultOwners(
  room: WorkRoom,
  vaults: readonly VaultRow[],
  person: RecordRow | undefined,
): Promise<LockedDevice> {
  const current = person?.key === 'person' ? ownerOf(person.person) : null;
  const now = room.now();
  const owners = vaults.flatMap((row): readonly VaultOwner[] => {
    if (row.v !== 2 || !('name' in row.person)) return [];
    const wait = pauseLeft(row.wrong, row.waitUntil, now);
    return [
      {
        owner: row.owner,
        name: row.person.name,
        isCurrent: row.owner === current,
        isGone: row.lock === null,
        triesLeft: row.wrong < FREE_TRIES ? null : LAST_TRY - row.wrong,
        waitUntil: wait > 0 ? now + wait : 0,
      },
    ];
  });
  const { waiting } = await readHeldWork(room).catch(() => ({ waiting: [] }));
  return { owners, waiting: waiting.length };
}
