import type { OutboxItem } from './item';

export interface QueueSummary {
  /** Queued, being sent, or waiting for their next try. */
  readonly waiting: number;
  readonly attention: number;
  readonly received: number;
  /** Device time of the earliest next try; null when nothing waits for one. `now` when an item may go at once. */
  readonly nextTryAt: number | null;
}

/** Counts for the board. */
export function summariseQueue(items: readonly OutboxItem[], now: number): QueueSummary {
  const count = (...states: readonly OutboxItem['state'][]) =>
    items.filter((item) => states.includes(item.state)).length;
  const tries = items.map((item) => nextTry(item, now)).filter((at) => at !== null);
  return {
    waiting: count('queued', 'sending', 'waiting'),
    attention: count('needs-attention'),
    received: count('received'),
    nextTryAt: tries.length === 0 ? null : Math.min(...tries),
  };
}

function nextTry(item: OutboxItem, now: number): number | null {
  if (item.state === 'queued') return now;
  if (item.state === 'waiting') return Math.max(item.retryAt, now);
  return item.state === 'sending' ? item.lease.until : null;
}
