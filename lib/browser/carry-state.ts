import type { WaitReason } from '../outbox/item';
import { createLiveStore } from './live-store';

/** What the sender of carried work is doing in this page. */
export interface CarrierState {
  readonly sending: boolean;
  /** Why the last run left something; null = nothing keeps it. */
  readonly wait: WaitReason | null;
}

export const carrierStore = createLiveStore<CarrierState>({ sending: false, wait: null }, () => undefined);
