import { gaugeOf } from '../local/storage-gauge';
import type { StorageState } from './api';
import { createLiveStore } from './live-store';

export const storageStore = createLiveStore<StorageState>(
  { ready: false, usedBytes: null, quotaBytes: null, roomFor: null, filesStop: false, persisted: null },
  () => void refreshStorage(),
);

/** Measures again; called after what fills or empties the device. */
export async function refreshStorage(): Promise<StorageState> {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage;
  const estimate = await storage?.estimate?.().catch(() => undefined);
  const persisted = (await storage?.persisted?.().catch(() => null)) ?? null;
  storageStore.set({ ready: true, ...gaugeOf(estimate ?? {}), persisted });
  return storageStore.get();
}

/** Asks the browser not to evict, once there is work to lose. Browsers decide by themselves or ask the person. */
export async function askToPersist(): Promise<void> {
  if (typeof navigator === 'undefined' || storageStore.get().persisted === true) return;
  await navigator.storage?.persist?.().catch(() => false);
  await refreshStorage();
}
