import { parseTrackingCode } from '../contract/tracking-code';
import type { OutboxItem } from '../outbox/item';
import { isWithdrawn } from '../outbox/withdrawal';

/** Never rename: what an earlier build noted is found by this name. */
const KEY = 'setu-queue-ledger';
/** Applications it names at most, so that it stays a few kilobytes. */
const MOST = 500;

/** One queued application as the ledger names it: nothing personal. */
export interface LedgerEntry {
  readonly trackingCode: string;
  readonly serviceId: string | null;
  /** Device clock. */
  readonly queuedAt: number;
}

/**
 * What waits on this device, written down outside of the database. Browsers evict databases and leave this: so the app that
 * begins anew knows what was lost.
 */
export interface QueueLedger {
  readonly v: 1;
  /** Id of the centre whose device this is; null on a personal one. */
  readonly centreId: string | null;
  readonly waiting: readonly LedgerEntry[];
  /** Was here and is no more; kept until the server was told. */
  readonly lost: readonly LedgerEntry[];
}

export type LedgerStorage = Pick<Storage, 'getItem' | 'setItem'>;

const EMPTY: QueueLedger = { v: 1, centreId: null, waiting: [], lost: [] };

/** The storage of a window; null in the worker and where the browser forbids it. */
export function ledgerStorage(): LedgerStorage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** What was written down; the empty ledger when there is none, or one that cannot be read. */
export function readLedger(storage: LedgerStorage | null): QueueLedger {
  try {
    const row = JSON.parse(storage?.getItem(KEY) ?? 'null') as Partial<QueueLedger> | null;
    if (row === null || typeof row !== 'object') return EMPTY;
    const { centreId, waiting, lost } = row;
    return {
      v: 1,
      centreId: typeof centreId === 'string' ? centreId : null,
      waiting: entriesOf(waiting),
      lost: entriesOf(lost),
    };
  } catch {
    return EMPTY;
  }
}

/** Never fails: without it the device works as well, it only cannot tell what an eviction took. */
export function writeLedger(storage: LedgerStorage | null, ledger: QueueLedger): void {
  try {
    const text = JSON.stringify(ledger);
    if (storage !== null && storage.getItem(KEY) !== text) storage.setItem(KEY, text);
  } catch {
    // Full or forbidden.
  }
}

/**
 * The ledger after a look into the queue. What it says waits and the queue does not know was lost: nothing ever leaves the
 * queue by itself (OB-5). `ledger` has to be read before `items`, or an application queued between would look lost.
 */
export function compareWithQueue(
  ledger: QueueLedger,
  items: readonly OutboxItem[],
  centreId: string | null,
): QueueLedger {
  const here = new Set(items.map(({ submission }) => submission.trackingCode));
  const gone = ledger.waiting.filter(({ trackingCode }) => !here.has(trackingCode));
  const lost = [...ledger.lost, ...gone].filter(({ trackingCode }) => !here.has(trackingCode));
  return {
    v: 1,
    // What was lost belongs to where it was filed, until somebody there has heard of it.
    centreId: lost.length > 0 ? ledger.centreId : centreId,
    waiting: items.filter(isUnreceived).map(entryOf).slice(-MOST),
    lost: lost.slice(-MOST),
  };
}

/** Lies here, is not received, and nobody took it back. */
export const isUnreceived = (item: OutboxItem): boolean =>
  item.state !== 'received' && !isWithdrawn(item) && isCode(item.submission.trackingCode);

const isCode = (code: unknown): boolean => typeof code === 'string' && parseTrackingCode(code).ok;

const entryOf = ({ submission, queuedAt }: OutboxItem): LedgerEntry => ({
  trackingCode: submission.trackingCode,
  serviceId: submission.serviceId ?? null,
  queuedAt,
});

function entriesOf(value: unknown): readonly LedgerEntry[] {
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function isEntry(value: unknown): value is LedgerEntry {
  const { trackingCode, serviceId, queuedAt } = (value ?? {}) as Partial<Record<keyof LedgerEntry, unknown>>;
  return (
    isCode(trackingCode) &&
    (serviceId === null || typeof serviceId === 'string') &&
    typeof queuedAt === 'number'
  );
}
