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
  return gate.write([db.drafts, db.outbox, db.files, db.records], async (): Promise<QueuedOutcome> => {
    if ((await db.outbox.get(item.id)) !== undefined) return 'already-queued';
    const draft = upcastDraftRow(await db.drafts.get(base.id));
    if (draft === null) return 'missing';
    if (draft.updatedAt !== base.updatedAt || draft.state !== 'open') return 'draft-changed';
    const count = await db.records.get('counter');
    if (count?.key !== 'counter' || count.deviceCode !== counter.deviceCode || count.next !== counter.used)
      return 'counter-moved';
    await db.records.put({ ...count, next: counter.used + 1 });
    await db.drafts.put({
      ...draft,
      state: 'kept',
      updatedAt: Math.max(now, draft.updatedAt + 1),
      box: keptBox,
    });
    await db.files
      .where('attachmentId')
      .anyOf(item.submission.attachments.map(({ id }) => id))
      .modify({ state: 'ready', offset: 0 });
    await db.outbox.add(item);
    return 'queued';
  });
}
