import type { Clock } from '../shared/clock';
import { err, ok, type Result } from '../shared/result';
import type { OutboxItem } from './item';
import type { OutboxStore } from './ports';
import { transition } from './transition';

/** A person lets a waiting or stopped item go again, its waits starting anew. `not-waiting` when there is nothing to do. */
export async function askAgain(
  { store, clock }: { readonly store: OutboxStore; readonly clock: Clock },
  id: string,
): Promise<Result<OutboxItem, { readonly type: 'not-waiting' }>> {
  const now = clock();
  const [item] = await store.update([id], (one) => {
    const next = transition(one, { type: 'retry-asked' }, now);
    return next === one ? undefined : next;
  });
  return item ? ok(item) : err({ type: 'not-waiting' });
}
