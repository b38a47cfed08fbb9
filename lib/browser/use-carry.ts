import { type CarryState, carryListStore } from './carry-list';
import { type CarrierState, carrierStore } from './carry-state';
import { useLiveStore } from './live-store';

/** Work of other devices that lies on this one, and how it goes on; follows every tab by itself. */
export function useCarry(): CarryState & CarrierState {
  return { ...useLiveStore(carryListStore), ...useLiveStore(carrierStore) };
}
