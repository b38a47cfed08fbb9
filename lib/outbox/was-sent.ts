import type { OutboxItem } from './item';

/**
 * Whether a request with this item may ever have left this device, or the server said that it has it: then a new
 * application in its place must name it. Rows of builds that did not write this down count as sent once they were tried.
 */
export function wasEverSent({ state, wasSent, attempts, triedAt }: OutboxItem): boolean {
  if (state === 'received' || state === 'sending') return true;
  return wasSent ?? (attempts > 0 || triedAt !== undefined);
}
