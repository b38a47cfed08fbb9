import type { OutboxItem } from './item';

/** Whether a person stopped the item. Not the lease of a flush: that is `isHeldBy`. */
export function isHeldByPerson(item: OutboxItem): boolean {
  return (
    (item.state === 'queued' || item.state === 'sending' || item.state === 'waiting') && item.held === true
  );
}
