import type { ItemBase, OutboxItem } from './item';
import { wasEverSent } from './was-sent';

/**
 * What an item keeps in every state. The one place that says it: a mark that one way out forgot would let a person file
 * twice what the server has.
 */
export function baseOf(item: OutboxItem): ItemBase {
  const { v, id, submission, queuedAt, attempts, triedAt, sha256 } = item;
  return {
    v,
    id,
    submission,
    queuedAt,
    attempts,
    ...(triedAt !== undefined && { triedAt }),
    wasSent: wasEverSent(item),
    ...(sha256 !== undefined && { sha256 }),
  };
}
