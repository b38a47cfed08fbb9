import type { Clock } from '../shared/clock';
import { err, ok, type Result } from '../shared/result';
import type { OutboxItem } from './item';
import type { OutboxStore } from './ports';
import { changed } from './take-items';
import { type OutboxEvent, transition } from './transition';

export interface Steering {
  readonly store: OutboxStore;
  readonly clock: Clock;
}

/** What a person can do with one item. */
export type SteeringEvent = Extract<
  OutboxEvent,
  { type: 'retry-asked' | 'hold-asked' | 'hold-ended' | 'withdrawn' | 'withdrawal-undone' }
>;

/** Does one thing with one item, durably. `not-possible` when the item does not allow it (any more), and nothing was changed. */
export async function steer(
  { store, clock }: Steering,
  id: string,
  event: SteeringEvent,
): Promise<Result<OutboxItem, { readonly type: 'not-possible' }>> {
  const now = clock();
  const [item] = await store.update([id], (one) => changed(one, transition(one, event, now)));
  return item ? ok(item) : err({ type: 'not-possible' });
}
