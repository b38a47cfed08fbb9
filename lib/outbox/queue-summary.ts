import { isHeldByPerson } from './held';
import type { OutboxItem } from './item';
import { isWithdrawn } from './withdrawal';

export interface QueueSummary {
  /** Queued, being sent, or waiting for their next try. */
  readonly waiting: number;
  /** Stopped by a person. */
  readonly held: number;
  readonly attention: number;
  /** Taken back by a person. */
  readonly withdrawn: number;
  readonly received: number;
  /** Device time of the earliest next try; null when nothing waits for one. `now` when an item may go at once. */
  readonly nextTryAt: number | null;
}

/** Counts for the board. */
export function summariseQueue(items: readonly OutboxItem[], now: number): QueueSummary {
  const held = items.filter(isHeldByPerson).length;
  const withdrawn = items.filter(isWithdrawn).length;
  const count = (...states: readonly OutboxItem['state'][]) =>
    items.filter((item) => states.includes(item.state)).length;
  const tries = items.map((item) => nextTry(item, now)).filter((at) => at !== null);
  return {
    waiting: count('queued', 'sending', 'waiting') - held,
    held,
    attention: count('needs-attention') - withdrawn,
    withdrawn,
    received: count('received'),
    nextTryAt: tries.length === 0 ? null : Math.min(...tries),
  };
}

function nextTry(item: OutboxItem, now: number): number | null {
  if (item.state === 'sending') return item.lease.until;
  if (isHeldByPerson(item)) return null;
  if (item.state === 'queued') return now;
  return item.state === 'waiting' ? Math.max(item.retryAt, now) : null;
}
