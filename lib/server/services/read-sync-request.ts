import { parseContract } from '../../contract/parse-contract';
import { itemIdSchema, syncEnvelopeSchema } from '../../contract/sync-schema';
import { type ItemProblem, PROTOCOL } from '../../contract/wire';
import { err, ok, type Result } from '../../shared/result';
import type { SyncOrder } from './sync';

/** Versions before this one that are still understood. */
const OLDER = 3;

export type SyncRequestProblem =
  | { readonly type: 'unsupported-protocol' }
  | { readonly type: 'validation-failed'; readonly errors: NonNullable<ItemProblem['errors']> };

/**
 * The outline of a sync request; its items stay unread but for their ids. An item without one cannot be answered, so
 * it spoils the whole request.
 */
export function readSyncRequest(body: unknown): Result<SyncOrder, SyncRequestProblem> {
  const envelope = parseContract(syncEnvelopeSchema, body);
  if (!envelope.ok) return err({ type: 'validation-failed', errors: envelope.problem.errors });
  const { protocol, cursor, submissions } = envelope.value;
  if (protocol > PROTOCOL || protocol < PROTOCOL - OLDER) return err({ type: 'unsupported-protocol' });
  const items = [];
  for (const [index, item] of submissions.entries()) {
    const named = parseContract(itemIdSchema, item);
    if (!named.ok)
      return err({
        type: 'validation-failed',
        errors: [{ pointer: `/submissions/${index}/id`, code: 'invalid_type' }],
      });
    items.push({ id: named.value.id, item });
  }
  return ok({ cursor, items });
}
