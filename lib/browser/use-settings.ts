import type { Settings } from './api';
import { useLiveStore } from './live-store';
import { settingsStore } from './settings-store';

/** Settings kept on this device. */
export function useSettings(): Settings {
  return useLiveStore(settingsStore);
}

/** Keeps a changed setting on the device; resolves after the commit. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  return (await import('./change-settings')).changeSettings(patch);
}
