import { formatTrackingCode } from '../../lib/contract/tracking-code';

/** Where the application can be followed. Code and check stand in the fragment, which never leaves the device. */
export function trackAddress(slip: { readonly trackingCode: string; readonly check: string }): string {
  return `/track#c=${formatTrackingCode(slip.trackingCode)}&k=${slip.check}`;
}
