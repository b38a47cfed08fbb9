import type { OutboxItem } from './item';

/** How long a flusher may hold an item. Longer than any exchange should take; a frozen holder blocks no longer. */
export const LEASE_MS = 60_000;

/** Whether the lease is over. One that ends too far ahead was given before the clock was set back: over as well. */
export function leaseIsOver(lease: { readonly until: number }, now: number): boolean {
  return lease.until <= now || lease.until > now + LEASE_MS;
}

/** Whether `owner` holds the item. */
export function isHeldBy(item: OutboxItem, owner: string): boolean {
  return item.state === 'sending' && item.lease.owner === owner;
}
