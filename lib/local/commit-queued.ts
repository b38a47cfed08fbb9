import type { OutboxItem } from '../outbox/item';
import type { DatabaseGate } from './database-gate';
import type { DraftRow } from './rows';
import { upcastDraftRow } from './upcast-draft';
import type { WorkDatabase } from './work-database';

export interface QueuedCommit {
  readonly item: OutboxItem;
  /** The draft as it was read. */
  readonly base: DraftRow;
  /** Content with tracking code and check, sealed for the vault. */
  readonly keptBox: DraftRow['box'];
  readonly counter: { readonly deviceCode: string; readonly used: number };
  readonly now: number;
}

/**
 * `counter-moved`: another tab took this number; seal again with the next. `draft-changed`: another tab wrote into the
 * draft. `already-queued`: it was queued before, by this call's lost answer or by another tab.
 */
export type QueuedOutcome = 'queued' | 'already-queued' | 'counter-moved' | 'draft-changed' | 'missing';

/**
 * Draft kept, item queued, files ready, counter raised: one strict transaction, all or nothing. Sealing happens before
 * it, because WebCrypto inside would let it commit half-way; so number and draft are compared again in here.
 */
export function commitQueued(gate: DatabaseGate<WorkDatabase>, commit: QueuedCommit): Promise<QueuedOutcome> {
  const { db } = gate;
  const { item, base, keptBox, counter, now } = commit;
  const files = item.submission.attachments.map(({ id }) => id);
  // Asked and written side by side: each answer that is waited for by itself costs a slow phone some milliseconds.
  return gate.write([db.drafts, db.outbox, db.files, db.records], async (): Promise<QueuedOutcome> => {
    const [queued, row, count] = await Promise.all([
      db.outbox.get(item.id),
      db.drafts.get(base.id),
      db.records.get('counter'),
    ]);
    if (queued !== undefined) return 'already-queued';
    const draft = upcastDraftRow(row);
    if (draft === null) return 'missing';
    if (draft.updatedAt !== base.updatedAt || draft.state !== 'open') return 'draft-changed';
    if (count?.key !== 'counter' || count.deviceCode !== counter.deviceCode || count.next !== counter.used)
      return 'counter-moved';
    const updatedAt = Math.max(now, draft.updatedAt + 1);
    await Promise.all([
      db.records.put({ ...count, next: counter.used + 1 }),
      db.drafts.put({ ...draft, state: 'kept', updatedAt, box: keptBox }),
      db.outbox.add(item),
      files.length > 0 && db.files.where('attachmentId').anyOf(files).modify({ state: 'ready', offset: 0 }),
    ]);
    return 'queued';
  });
}
