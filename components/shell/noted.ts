import type { QueueLedger } from '@/lib/browser/queue-ledger';
import { formatTrackingCode } from '@/lib/contract/tracking-code';

/** What waited here when somebody last looked. */
export interface Noted {
  /** Codes that may be shown, each once, as people read them. */
  readonly codes: readonly string[];
  /** How many others there are: of a centre, before the device is known to be its own. */
  readonly hidden: number;
}

/** `centreId`: of the centre whose device this is; null = a personal one, or not known. */
export function notedCodes({ waiting, lost }: QueueLedger, centreId: string | null): Noted {
  const all = new Map([...lost, ...waiting].map((entry) => [formatTrackingCode(entry.trackingCode), entry]));
  const codes = [...all]
    .filter(([, entry]) => entry.centreId === null || entry.centreId === centreId)
    .map(([code]) => code);
  return { codes, hidden: all.size - codes.length };
}
