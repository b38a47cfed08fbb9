import { type Expanded, expandSubmissions } from '../../contract/expand-submissions';
import { parseContract } from '../../contract/parse-contract';
import { uuid } from '../../contract/schema-parts';
import { syncEnvelopeSchema } from '../../contract/sync-schema';
import { type ItemProblem, PROTOCOL } from '../../contract/wire';
import { err, ok, type Result } from '../../shared/result';
import type { SyncOrder } from './sync';

/** Versions before this one that are still understood. */
const OLDER = 3;
/** The first version in which neighbours may stand in groups, in the request and in its answer. */
const COMPACT_SINCE = 2;

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
  const expanded = protocol < COMPACT_SINCE ? each(submissions) : expandSubmissions(submissions);
  if (!expanded.ok) {
    const { pointer, code } = expanded;
    return err({ type: 'validation-failed', errors: [{ pointer, code }] });
  }
  const items = [];
  for (const { id, item, pointer } of expanded.items) {
    const named = parseContract(uuid, id);
    if (!named.ok) return err({ type: 'validation-failed', errors: [{ pointer, code: 'invalid_type' }] });
    items.push({ id: named.value, item });
  }
  return ok({ cursor, items, isCompact: protocol >= COMPACT_SINCE });
}

/** Protocol 1: each stands for itself. */
function each(submissions: readonly unknown[]): Expanded {
  const items = submissions.map((item, index) => ({
    id: typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined,
    item,
    pointer: `/submissions/${index}/id`,
  }));
  return { ok: true, items };
}
