import { hasReserve, layReserve, RESERVE_BYTES, spendReserve } from '../local/reserve';
import { noteFull, refreshStorage } from './storage-store';
import type { WorkRoom } from './work-room';

/** `getRandomValues` gives no more at once. */
const RANDOM_AT_ONCE = 65_536;
/** So much more than the reserve has to be free before it is laid: it must not be what makes a device full. */
const FREE_BESIDE = 4 * RESERVE_BYTES;

/** What happens when something does not fit: it is remembered, and words get the reserve. True when there is room now. */
export async function makeRoomForWords({ gate, records, now }: WorkRoom, isText: boolean): Promise<boolean> {
  const usage = (await navigator.storage?.estimate?.().catch(() => undefined))?.usage;
  const freed = isText && (await spendReserve(gate));
  if (usage !== undefined) {
    const full = { at: now(), usedBytes: usage };
    noteFull(full);
    // Written down only where there is room again: a note must not cost the reserve that words may need.
    if (freed) void records.noteStorage({ full }).catch(() => undefined);
  }
  return freed;
}

/** Lays the reserve where there is none and room is plenty. What goes wrong here costs nobody anything. */
export async function keepReserve({ gate }: WorkRoom): Promise<void> {
  const { usedBytes, quotaBytes, filesStop } = await refreshStorage();
  if (usedBytes === null || quotaBytes === null || filesStop) return;
  if (quotaBytes - usedBytes < RESERVE_BYTES + FREE_BESIDE) return;
  try {
    if (!(await hasReserve(gate))) await layReserve(gate, randomBytes());
  } catch {
    // no room, or no store: the next page tries again
  }
}

function randomBytes(): Uint8Array {
  const bytes = new Uint8Array(RESERVE_BYTES);
  for (let at = 0; at < bytes.length; at += RANDOM_AT_ONCE)
    crypto.getRandomValues(bytes.subarray(at, at + RANDOM_AT_ONCE));
  return bytes;
}
