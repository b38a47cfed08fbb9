import type { QueueLedger } from '@/lib/browser/queue-ledger';
import { formatTrackingCode } from '@/lib/contract/tracking-code';

/** Codes of what waited here when somebody last looked, each once, as people read them. */
export function notedCodes({ waiting, lost }: QueueLedger): readonly string[] {
  return [...new Set([...lost, ...waiting].map(({ trackingCode }) => formatTrackingCode(trackingCode)))];
}
