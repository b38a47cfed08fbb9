import { useSyncExternalStore } from 'react';
import type { BoardState } from './api';
import { boardStore } from './board-store';
import { useLiveStore } from './live-store';

/** Today's board of the person who uses the device; follows every tab and the worker by itself. */
export function useBoard(): BoardState {
  return useLiveStore(boardStore);
}

/** One part of it; draws again only when that part is another. */
export function useBoardPart<K extends keyof BoardState>(key: K): BoardState[K] {
  return useSyncExternalStore(
    boardStore.subscribe,
    () => boardStore.get()[key],
    () => boardStore.initial[key],
  );
}
