import type { StorageState } from './api';
import { createLiveStore } from './live-store';

export const storageStore = createLiveStore<StorageState>(
  { ready: false, usedBytes: null, quotaBytes: null, roomFor: null, filesStop: false, persisted: null },
  () => {},
);
