import {
  CHECK_IN_HEADER,
  type CheckIn,
  type HeldCode,
  NEVER_ARRIVED_HEADER,
  writeCheckIn,
} from '../contract/check-in';
import type { NeverArrived, NeverArrivedItem } from '../contract/wire';
import type { OutboxItem } from '../outbox/item';
import { isWithdrawn } from '../outbox/withdrawal';
import type { Line } from '../remote/exchange';
import { fetchNeverArrived } from '../remote/http-never-arrived';
import {
  compareWithQueue,
  isUnreceived,
  type LedgerEntry,
  type LedgerStorage,
  readLedger,
  writeLedger,
} from './queue-ledger';
import type { WorkRoom } from './work-room';

/** A page that stays open says again what it holds, and hears what others lost, milliseconds. */
const AGAIN_AFTER = 6 * 60 * 60 * 1000;

export interface DeviceCheckIn {
  /** The line of the queue: the next exchange carries what the server does not know yet, in a header. */
  readonly line: Line;
  /** Looks into the queue, before a flush: what is to be told, and what an eviction took. Never fails. */
  look(): Promise<void>;
  /** Whether something was lost that the server has not heard of. */
  hasLost(): boolean;
  /** Fetches the list of what never arrived when the server's is another one. Never fails. */
  follow(): Promise<void>;
}

/**
 * Tells the server which applications lie here, so that it can name what never came (mode 6). Rides on the exchange of a
 * flush, costs no request of its own, and says nothing when nothing is new.
 */
export function createCheckIn(room: WorkRoom, storage: LedgerStorage | null): DeviceCheckIn {
  let next: { readonly checkIn: CheckIn; readonly text: string; readonly lost: readonly string[] } | null =
    null;
  let told: { readonly checkIn: CheckIn; readonly at: number } | null = null;
  let tag: string | null = null;

  async function look(): Promise<void> {
    // The ledger and the counter before the queue: what is queued between must look neither lost nor skipped.
    const ledger = readLedger(storage);
    const count = await room.records.nextCount();
    const device = await room.records.device();
    const items = await room.outbox.all();
    const centreId = device?.centre?.id ?? null;
    const now = compareWithQueue(ledger, items, centreId);
    writeLedger(storage, now);
    // Somebody of another place must not hear what was filed here.
    const isSamePlace = device === null || now.centreId === centreId;
    if (isSamePlace && now.lost.length > 0) await keepLost(room, now.lost);
    const { epoch } = await room.outbox.position();
    const checkIn: CheckIn = {
      epoch,
      used: count === null ? 0 : count.next - 1,
      waiting: items.filter(isUnreceived).map(codeOf),
      takenBack: items.filter((item) => isWithdrawn(item) && item.submission.trackingCode).map(codeOf),
      lost: isSamePlace && device !== null ? now.lost : [],
      isPart: false,
    };
    const isDue = told === null || Math.abs(room.now() - told.at) > AGAIN_AFTER;
    const lost = checkIn.lost.map(({ trackingCode }) => trackingCode);
    next =
      isDue || isNews(checkIn, told?.checkIn ?? null, items)
        ? { checkIn, text: writeCheckIn(checkIn), lost }
        : null;
  }

  /** The server has it: what was lost need not be said again. */
  function heard(answer: Response, sent: NonNullable<typeof next>): void {
    const named = answer.ok ? answer.headers.get(NEVER_ARRIVED_HEADER) : null;
    if (named === null) return;
    tag = named;
    told = { checkIn: sent.checkIn, at: room.now() };
    if (next === sent) next = null;
    const ledger = readLedger(storage);
    if (ledger.lost.length > 0)
      writeLedger(storage, {
        ...ledger,
        lost: ledger.lost.filter(({ trackingCode }) => !sent.lost.includes(trackingCode)),
      });
  }

  return {
    line: {
      ...room.line,
      async fetch(input, init = {}) {
        const sending = next;
        if (sending === null || !String(input).endsWith('/api/v1/sync')) return room.line.fetch(input, init);
        const headers = new Headers(init.headers);
        headers.set(CHECK_IN_HEADER, sending.text);
        const answer = await room.line.fetch(input, { ...init, headers });
        heard(answer, sending);
        return answer;
      },
    },
    look: () => look().catch(() => undefined),
    hasLost: () => (next?.lost.length ?? 0) > 0,
    async follow() {
      const known = await room.records.neverArrived().catch(() => null);
      if (tag === null || known === null || known.tag === tag) return;
      const list = tag === '0' ? { tag, items: [] } : await fetchList(room.line);
      if (list === null) return;
      // By now it may be another than the one that was announced, and a decision here makes it another: asked once for each.
      tag = list.tag;
      await room.records.keepNeverArrived(list).catch(() => undefined);
    },
  };
}

async function fetchList(line: Line): Promise<NeverArrived | null> {
  const answer = await fetchNeverArrived(line);
  return answer.ok ? answer.value : null;
}

/** What this device lost itself is shown at once, before any server has heard of it. */
async function keepLost(room: WorkRoom, lost: readonly LedgerEntry[]): Promise<void> {
  const known = await room.records.neverArrived();
  const codes = new Set(known.items.map(({ trackingCode }) => trackingCode));
  const fresh = lost.filter(({ trackingCode }) => !codes.has(trackingCode));
  if (fresh.length === 0) return;
  await room.records.keepNeverArrived({ tag: 'own', items: [...known.items, ...fresh.map(itemOf)] });
}

const itemOf = ({ trackingCode, serviceId, queuedAt }: LedgerEntry): NeverArrivedItem => ({
  trackingCode,
  ...(serviceId !== null && { serviceId }),
  announcedAt: new Date(queuedAt).toISOString(),
  state: 'lost',
});

const codeOf = ({ submission }: OutboxItem): HeldCode => ({
  trackingCode: submission.trackingCode,
  serviceId: submission.serviceId ?? null,
});

/** Whether the server has to hear it: something waits that it was not told of, or left the queue without arriving. */
function isNews(checkIn: CheckIn, told: CheckIn | null, items: readonly OutboxItem[]): boolean {
  if (told === null || checkIn.lost.length > 0 || told.isPart) return true;
  if (told.epoch !== checkIn.epoch) return true;
  const known = new Set(told.waiting.map(({ trackingCode }) => trackingCode));
  const taken = new Set(told.takenBack.map(({ trackingCode }) => trackingCode));
  const received = new Set(
    items.filter(({ state }) => state === 'received').map(({ submission }) => submission.trackingCode),
  );
  const here = new Set(checkIn.waiting.map(({ trackingCode }) => trackingCode));
  return (
    checkIn.waiting.some(({ trackingCode }) => !known.has(trackingCode)) ||
    checkIn.takenBack.some(({ trackingCode }) => !taken.has(trackingCode)) ||
    [...known].some((code) => !here.has(code) && !received.has(code))
  );
}
