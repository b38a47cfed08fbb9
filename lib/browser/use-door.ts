import { useEffect } from 'react';
import { beginDoor } from './begin-door';
import type { Door } from './door';
import { doorStore } from './door-store';
import { useLiveStore } from './live-store';

/** What stands before the page on this device; `unknown` until it is known. */
export function useDoor(): Door {
  useEffect(beginDoor, []);
  return useLiveStore(doorStore);
}

/** Locks this device in every window of it, after what was typed is written. Loaded when somebody does it. */
export async function lockDevice(): Promise<void> {
  if (doorStore.get() === 'open') await (await import('./lock-device')).lockWindows();
}
