import type { DeviceRow, DraftRow } from '../local/rows';
import { lineBytes } from '../outbox/batch';
import { isHeldByPerson } from '../outbox/held';
import type { CaseState, OutboxItem } from '../outbox/item';
import type { SyncPosition } from '../outbox/ports';
import { hasItsBytes, isWithdrawn, mayHaveArrived } from '../outbox/withdrawal';
import type { BoardItem, BoardState, ItemFacts, QueueCounts } from './api';
import { senderOf } from './window-name';

/** Rows of one owner's work as they lie in the store. */
export interface BoardRows {
  readonly drafts: readonly DraftRow[];
  readonly items: readonly OutboxItem[];
  readonly cases: ReadonlyMap<string, CaseState>;
  /** How many files of a submission the server refused. */
  readonly refusedFiles: ReadonlyMap<string, number>;
  /** Percent of the file that is on its way, by submission. */
  readonly filePercents: ReadonlyMap<string, number>;
  /** Masked names by id. */
  readonly titles: ReadonlyMap<string, string | null>;
  /** Owner of the drafts of whoever looks, and the name of the window they look at. */
  readonly viewer: { readonly owner: string; readonly window: string };
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
  return (item.state === 'needs-attention' && !isWithdrawn(item)) || state?.status === 'returned';
}

/** The same items, each that says what it said before as the object it was: what is drawn need not be drawn again. */
export function keepUnchanged(
  items: readonly BoardItem[],
  before: readonly BoardItem[],
): readonly BoardItem[] {
  const known = new Map(before.map((item) => [item.id, item]));
  return items.map((item) => {
    const old = known.get(item.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(item) ? old : item;
  });
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

/** Unfinished work of others: their open drafts, and what of theirs is neither received nor withdrawn. */
export function countOthers(
  drafts: readonly DraftRow[],
  items: readonly OutboxItem[],
  owner: string,
): number {
  const others = drafts.filter((row) => row.owner !== owner);
  const ids = new Set(others.map(({ id }) => id));
  const unsent = items.filter((item) => ids.has(item.id) && item.state !== 'received' && !isWithdrawn(item));
  return others.filter(({ state }) => state === 'open').length + unsent.length;
}

/** When the server last answered this device, by the device's clock: an exchange, or the enrolment before the first one. */
export function lastContactOf(
  { lastContact }: Pick<SyncPosition, 'lastContact'>,
  device: Pick<DeviceRow, 'enrolledAt'> | null,
): number | null {
  const times = [lastContact?.deviceTime, device?.enrolledAt].filter((time) => time !== undefined);
  return times.length === 0 ? null : Math.max(...times);
}

/** What both clocks said at the last exchange. */
export function clockContactOf({
  lastContact,
}: Pick<SyncPosition, 'lastContact'>): BoardState['clockContact'] {
  if (lastContact === null) return null;
  return { serverTime: Date.parse(lastContact.serverTime), deviceTime: lastContact.deviceTime };
}

function draftItem(row: DraftRow, titles: BoardRows['titles']): BoardItem {
  const { id, serviceId, updatedAt } = row;
  const title = titles.get(id) ?? null;
  return { id, serviceId, title, trackingCode: null, at: updatedAt, facts: null, place: { kind: 'draft' } };
}

function queuedItem(item: OutboxItem, rows: BoardRows): BoardItem {
  const { id, submission, queuedAt } = item;
  return {
    id,
    serviceId: submission.serviceId ?? '',
    title: rows.titles.get(id) ?? null,
    trackingCode: submission.trackingCode ?? null,
    at: queuedAt,
    facts: factsOf(item),
    place: placeOf(item, rows),
  };
}

function factsOf(item: OutboxItem): ItemFacts {
  const { submission, attempts, triedAt = null } = item;
  // A damaged row may lack even this.
  const files = submission.attachments ?? [];
  const text = submission.sealed ? lineBytes({ ...submission, attachments: files }) : 0;
  const bytes = files.reduce((sum, file) => sum + file.bytes, text);
  return { attempts, triedAt, bytes, mayHaveArrived: mayHaveArrived(item) };
}

function placeOf(
  item: OutboxItem,
  { cases, refusedFiles, filePercents, viewer }: BoardRows,
): BoardItem['place'] {
  const state = cases.get(item.id);
  const held = isHeldByPerson(item);
  switch (item.state) {
    case 'queued':
      return { kind: 'waiting', reason: null, retryAt: null, attempts: item.attempts, held };
    case 'sending':
      return { kind: 'sending', by: senderOf(item.lease.owner, viewer.window), held };
    case 'waiting':
      return { kind: 'waiting', reason: item.reason, retryAt: item.retryAt, attempts: item.attempts, held };
    case 'needs-attention': {
      const { problem } = item;
      if (problem.code !== 'withdrawn') return { kind: 'attention', problem };
      const { at, by } = problem;
      const arrived = state ? 'yes' : problem.mayHaveArrived ? 'maybe' : 'no';
      const byMe = by === viewer.owner;
      return { kind: 'withdrawn', withdrawnAt: at, byMe, arrived, canUndo: hasItsBytes(item) };
    }
    case 'received':
      return {
        kind: 'received',
        receivedAt: item.receipt.at,
        status: state?.status ?? 'received',
        statusAt: state?.at ?? item.receipt.at,
        note: state?.note ?? null,
        files: state?.files ?? item.files,
        filesRefused: refusedFiles.get(item.id) ?? 0,
        filePercent: filePercents.get(item.id) ?? null,
      };
  }
}
