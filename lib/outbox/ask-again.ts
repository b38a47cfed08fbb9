import type { Result } from '../shared/result';
import type { OutboxItem } from './item';
import { type Steering, steer } from './steer';

/** A person lets a waiting, held or stopped item go again, its waits starting anew. `not-possible` when there is nothing to do. */
export function askAgain(
  queue: Steering,
  id: string,
): Promise<Result<OutboxItem, { readonly type: 'not-possible' }>> {
  return steer(queue, id, { type: 'retry-asked' });
}
