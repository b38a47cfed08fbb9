import type { StorageState } from './api';
import { useLiveStore } from './live-store';
import { storageStore } from './storage-store';

/** How full this device is and how many more applications fit. */
export function useStorage(): StorageState {
  return useLiveStore(storageStore);
}
