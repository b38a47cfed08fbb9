import type { Settings } from './api';
import { useLiveStore } from './live-store';
import { settingsStore } from './settings-store';

/** Settings kept on this device. Change them with `changeSettings`. */
export function useSettings(): Settings {
  return useLiveStore(settingsStore);
}
