'use client';
import { useSyncExternalStore } from 'react';
import type { PwaState } from './pwa-state';
import { readPwaState, SERVER_PWA_STATE, subscribePwaState } from './pwa-state';
import { applyUpdate } from './register';

/** Whether work goes on off line on this device: every page opens, and the places of the own district are here. */
export function useOfflineReady(): PwaState['offline'] {
  const { offline, places } = usePwaState();
  if (offline !== 'ready' || places === 'here') return offline;
  return places === 'coming' ? 'installing' : 'unknown';
}

/**
 * `ready`: a new version is stored. `apply()` reloads this page into it, so offer it only where nothing typed can be lost;
 * without it the new version begins when every page of the app was closed.
 */
export function useAppUpdate(): { readonly ready: boolean; readonly apply: () => Promise<void> } {
  return { ready: usePwaState().updateReady, apply: applyUpdate };
}

function usePwaState(): PwaState {
  return useSyncExternalStore(subscribePwaState, readPwaState, () => SERVER_PWA_STATE);
}
