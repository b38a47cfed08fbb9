import type { NeverArrivedItem } from './api';
import { useLiveStore } from './live-store';
import { neverArrivedStore } from './never-arrived-store';

/** What never arrived, as far as this device has heard. */
export function useNeverArrived(): readonly NeverArrivedItem[] {
  return useLiveStore(neverArrivedStore);
}
