import type { LineState } from './api';
import { lineStore } from './line-store';
import { useLiveStore } from './live-store';

/** Whether our server answered lately. `navigator.onLine` is only a hint to ask again. */
export function useLine(): LineState {
  return useLiveStore(lineStore);
}
