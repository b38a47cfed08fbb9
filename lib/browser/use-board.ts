import type { BoardState } from './api';
import { boardStore } from './board-store';
import { useLiveStore } from './live-store';

/** Today's board of the person who uses the device; follows every tab and the worker by itself. */
export function useBoard(): BoardState {
  return useLiveStore(boardStore);
}
