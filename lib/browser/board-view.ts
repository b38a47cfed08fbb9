import type { DeviceRow, DraftRow } from '../local/rows';
import type { CaseState, OutboxItem } from '../outbox/item';
import type { SyncPosition } from '../outbox/ports';
import type { BoardItem, QueueCounts } from './api';

/** Rows of one owner's work as they lie in the store. */
export interface BoardRows {
  readonly drafts: readonly DraftRow[];
  readonly items: readonly OutboxItem[];
  readonly cases: ReadonlyMap<string, CaseState>;
  /** How many files of a submission the server refused. */
  readonly refusedFiles: ReadonlyMap<string, number>;
  /** Masked names by id. */
  readonly titles: ReadonlyMap<string, string | null>;
}

/**
 * The board of one person: own drafts, and queued items that are the person's own or nobody's. A refused or returned
 * item that was mended and queued again is left out: it needs nobody any more. Newest first.
 */
export function boardItems(rows: BoardRows): readonly BoardItem[] {
  const { drafts, items, titles } = rows;
  const mended = new Set(
    drafts.filter(({ state }) => state === 'kept').map((row) => row.mends ?? row.supersedes),
  );
  // A draft that was copied to a newer form is out of sight as long as the copy is there.
  const copied = new Set(drafts.map(({ movedFrom }) => movedFrom));
  const open = drafts
    .filter(({ id, state }) => state === 'open' && !copied.has(id))
    .map((row) => draftItem(row, titles));
  const queued = items
    .filter((item) => !(mended.has(item.id) && needsMending(item, rows.cases.get(item.id))))
    .map((item) => queuedItem(item, rows));
  return [...open, ...queued].sort((a, b) => b.at - a.at);
}

function needsMending(item: OutboxItem, state: CaseState | undefined): boolean {
  return item.state === 'needs-attention' || state?.status === 'returned';
}

export function countBoard(items: readonly BoardItem[]): QueueCounts {
  const count = (...kinds: readonly BoardItem['place']['kind'][]): number =>
    items.filter(({ place }) => kinds.includes(place.kind)).length;
  return {
    drafts: count('draft'),
    waiting: count('waiting', 'sending'),
    attention: count('attention'),
    received: count('received'),
  };
}

/** When the server last answered this device, by the device's clock: an exchange, or the enrolment before the first one. */
export function lastContactOf(
  { lastContact }: Pick<SyncPosition, 'lastContact'>,
  device: Pick<DeviceRow, 'enrolledAt'> | null,
): number | null {
  const times = [lastContact?.deviceTime, device?.enrolledAt].filter((time) => time !== undefined);
  return times.length === 0 ? null : Math.max(...times);
}

function draftItem(row: DraftRow, titles: BoardRows['titles']): BoardItem {
  const { id, serviceId, updatedAt } = row;
  const title = titles.get(id) ?? null;
  return { id, serviceId, title, trackingCode: null, at: updatedAt, place: { kind: 'draft' } };
}

function queuedItem(item: OutboxItem, { cases, refusedFiles, titles }: BoardRows): BoardItem {
  const { id, submission, queuedAt } = item;
  return {
    id,
    serviceId: submission.serviceId ?? '',
    title: titles.get(id) ?? null,
    trackingCode: submission.trackingCode ?? null,
    at: queuedAt,
    place: placeOf(item, cases.get(id), refusedFiles.get(id) ?? 0),
  };
}

function placeOf(item: OutboxItem, state: CaseState | undefined, filesRefused: number): BoardItem['place'] {
  switch (item.state) {
    case 'queued':
      return { kind: 'waiting', reason: null, retryAt: null, attempts: item.attempts };
    case 'sending':
      return { kind: 'sending' };
    case 'waiting':
      return { kind: 'waiting', reason: item.reason, retryAt: item.retryAt, attempts: item.attempts };
    case 'needs-attention':
      return { kind: 'attention', problem: item.problem };
    case 'received':
      return {
        kind: 'received',
        receivedAt: item.receipt.at,
        status: state?.status ?? 'received',
        statusAt: state?.at ?? item.receipt.at,
        note: state?.note ?? null,
        files: state?.files ?? item.files,
        filesRefused,
      };
  }
}
