import { parseTrackingCode } from '../contract/tracking-code';
import { upcastDraftRow } from '../local/upcast-draft';
import type { OutboxItem } from '../outbox/item';
import { isWithdrawn } from '../outbox/withdrawal';
import { mendedBy } from './mended-by';
import type { WorkRoom } from './work-room';

/** What lies in the queue, by what is to be said of it. Only items with a tracking code that can be read. */
export interface HeldWork {
  readonly all: readonly OutboxItem[];
  /** Lies here, is not received, and somebody still waits for it. */
  readonly waiting: readonly OutboxItem[];
  /** Withdrawn, or refused and filed anew under another code: not to be missed. */
  readonly takenBack: readonly OutboxItem[];
}

/** Reads the queue. What was mended is looked for only when something was refused. */
export async function readHeldWork(room: WorkRoom): Promise<HeldWork> {
  const all = await room.outbox.all();
  const mended = all.some(isRefused) ? await mendedIds(room, all) : new Set<string>();
  const held = all.filter((item) => item.state !== 'received' && codeOfItem(item) !== null);
  const isTakenBack = (item: OutboxItem): boolean =>
    isWithdrawn(item) || (isRefused(item) && mended.has(item.id));
  return {
    all,
    waiting: held.filter((item) => !isTakenBack(item)),
    takenBack: held.filter(isTakenBack),
  };
}

/** Ids of what was queued again: the board leaves these out by the same rule (`boardItems`). */
async function mendedIds(room: WorkRoom, items: readonly OutboxItem[]): Promise<ReadonlySet<string>> {
  const rows = await room.gate.read((db) => db.drafts.toArray());
  const ids = new Set<string>();
  for (const row of rows) {
    const draft = upcastDraftRow(row);
    const id = draft?.state === 'kept' ? mendedBy(draft) : undefined;
    if (id !== undefined) ids.add(id);
  }
  // The readable copy goes some time after the decision; the item stays.
  for (const item of items)
    if (item.submission.supersedes && !isWithdrawn(item)) ids.add(item.submission.supersedes);
  return ids;
}

const isRefused = (item: OutboxItem): boolean => item.state === 'needs-attention' && !isWithdrawn(item);

/** Its tracking code as codes are spelled; null when the row was spoilt and has none. */
export function codeOfItem({ submission }: OutboxItem): string | null {
  const code: unknown = submission.trackingCode;
  const parsed = typeof code === 'string' ? parseTrackingCode(code) : null;
  return parsed?.ok ? parsed.value.code : null;
}
