import type { StorageLessons } from '../local/storage-gauge';
import type { StorageState } from './api';
import { createLiveStore } from './live-store';
import { openRoom } from './open-room';

/** After a refusal the browser is asked again at most this often, milliseconds: some ask the person. */
const ASK_AGAIN = 7 * 24 * 60 * 60 * 1000;

let ordinaryBytes: number | undefined;
let full: StorageLessons['full'];

export const storageStore = createLiveStore<StorageState>(
  {
    ready: false,
    usedBytes: null,
    quotaBytes: null,
    roomFor: null,
    filesStop: false,
    persisted: null,
    persistAskedAt: null,
  },
  () => void refreshStorage(),
);

/** Measures again; called after what fills or empties the device. */
export async function refreshStorage(): Promise<StorageState> {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage;
  const estimate = await storage?.estimate?.().catch(() => undefined);
  const persisted = (await storage?.persisted?.().catch(() => null)) ?? null;
  const notes = storage ? await readNotes() : {};
  const { gaugeOf } = await import('../local/storage-gauge');
  const lessons = { now: Date.now(), full: full ?? notes.full, ordinaryBytes };
  const persistAskedAt = notes.persistAskedAt ?? null;
  storageStore.set({ ready: true, ...gaugeOf(estimate ?? {}, lessons), persisted, persistAskedAt });
  return storageStore.get();
}

/** What an application takes on this device, for the gauge; undefined as long as there are too few. */
export function noteOrdinaryBytes(bytes: number | undefined): void {
  if (bytes === ordinaryBytes) return;
  ordinaryBytes = bytes;
  void refreshStorage();
}

/** Something did not fit just now. */
export function noteFull(met: NonNullable<StorageLessons['full']>): void {
  full = met;
  void refreshStorage();
}

/** Asks the browser not to evict, once there is work to lose, and remembers that it was asked. Browsers decide by themselves or ask the person. */
export async function askToPersist(): Promise<void> {
  if (typeof navigator === 'undefined' || navigator.storage?.persist === undefined) return;
  const { persisted, persistAskedAt } = await refreshStorage();
  if (persisted === true || (persistAskedAt !== null && Date.now() - persistAskedAt < ASK_AGAIN)) return;
  await navigator.storage.persist().catch(() => false);
  const { records } = await openRoom();
  await records.noteStorage({ persistAskedAt: Date.now() }).catch(() => undefined);
  await refreshStorage();
}

/** A store that cannot be read has taught nothing. */
async function readNotes() {
  return openRoom()
    .then(({ records }) => records.storageNotes())
    .catch(() => ({ full: undefined, persistAskedAt: undefined }));
}
