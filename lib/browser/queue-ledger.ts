import { CHECK_IN_CODES } from '../contract/check-in';
import { parseTrackingCode } from '../contract/tracking-code';
import type { OutboxItem } from '../outbox/item';
import { codeOfItem, type HeldWork } from './held-work';

/** Never rename: what an earlier build noted is found by this name. */
const KEY = 'setu-queue-ledger';
/** Applications a list names at most, the newest: as many as can be told. */
const MOST = CHECK_IN_CODES;

/** One queued application as the ledger names it: nothing personal. */
export interface LedgerEntry {
  readonly trackingCode: string;
  readonly serviceId: string | null;
  /** Device clock. */
  readonly queuedAt: number;
  /** Id of the centre where it was first noted; null on a personal device. */
  readonly centreId: string | null;
}

/**
 * What waits on this device, written down outside of the database. Browsers evict databases and leave this: so the app that
 * begins anew knows what was lost.
 */
export interface QueueLedger {
  readonly v: 1;
  readonly waiting: readonly LedgerEntry[];
  /** Was here and is no more; kept until the server was told. */
  readonly lost: readonly LedgerEntry[];
}

export type LedgerStorage = Pick<Storage, 'getItem' | 'setItem'>;

const EMPTY: QueueLedger = { v: 1, waiting: [], lost: [] };

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
    const row: unknown = JSON.parse(storage?.getItem(KEY) ?? 'null');
    if (row === null || typeof row !== 'object') return EMPTY;
    const { centreId, waiting, lost } = row as Partial<Record<'centreId' | keyof QueueLedger, unknown>>;
    // Builds before 23 November 2026 named the centre once, for the whole.
    const place = typeof centreId === 'string' ? centreId : null;
    return { v: 1, waiting: entriesOf(waiting, place), lost: entriesOf(lost, place) };
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

/** Takes off what the server has heard of, or a person has decided. */
export function forgetLost(storage: LedgerStorage | null, codes: ReadonlySet<string>): void {
  const ledger = readLedger(storage);
  const lost = ledger.lost.filter(({ trackingCode }) => !codes.has(trackingCode));
  if (lost.length < ledger.lost.length) writeLedger(storage, { ...ledger, lost });
}

/**
 * The ledger after a look into the queue. What it says waits and the queue does not know was lost: nothing ever leaves the
 * queue by itself (OB-5). `ledger` has to be read before `work`, or an application queued between would look lost.
 */
export function compareWithQueue(
  ledger: QueueLedger,
  work: Pick<HeldWork, 'all' | 'waiting'>,
  centreId: string | null,
): QueueLedger {
  const here = new Set(work.all.map(codeOfItem));
  // What was filed at one place stays its own, wherever the device goes.
  const places = new Map(ledger.waiting.map((entry) => [entry.trackingCode, entry.centreId]));
  const entryOf = (item: OutboxItem): LedgerEntry | null => {
    const trackingCode = codeOfItem(item);
    if (trackingCode === null) return null;
    const { serviceId = null } = item.submission;
    const place = places.get(trackingCode);
    return {
      trackingCode,
      serviceId,
      queuedAt: item.queuedAt,
      centreId: place === undefined ? centreId : place,
    };
  };
  const isGone = ({ trackingCode }: LedgerEntry): boolean => !here.has(trackingCode);
  return {
    v: 1,
    waiting: work.waiting
      .map(entryOf)
      .filter((one) => one !== null)
      .slice(-MOST),
    lost: [...ledger.lost, ...ledger.waiting].filter(isGone).slice(-MOST),
  };
}

function entriesOf(value: unknown, place: string | null): readonly LedgerEntry[] {
  return Array.isArray(value) ? value.map((one) => entryIn(one, place)).filter((one) => one !== null) : [];
}

function entryIn(value: unknown, place: string | null): LedgerEntry | null {
  const row = (value ?? {}) as Partial<Record<keyof LedgerEntry, unknown>>;
  const { trackingCode, serviceId, queuedAt, centreId } = row;
  const parsed = typeof trackingCode === 'string' ? parseTrackingCode(trackingCode) : null;
  if (!parsed?.ok) return null;
  if ((serviceId !== null && typeof serviceId !== 'string') || typeof queuedAt !== 'number') return null;
  const noted = typeof centreId === 'string' || centreId === null ? centreId : place;
  return { trackingCode: parsed.value.code, serviceId, queuedAt, centreId: noted };
}
