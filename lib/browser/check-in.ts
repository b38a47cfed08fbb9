import { CHECK_IN_HEADER, type CheckIn, type HeldCode, NEVER_ARRIVED_HEADER } from '../contract/check-in';
import type { NeverArrived } from '../contract/wire';
import type { OutboxItem } from '../outbox/item';
import type { Line } from '../remote/exchange';
import { fetchNeverArrived } from '../remote/http-never-arrived';
import { codeOfItem, readHeldWork } from './held-work';
import { codesOf, nextCheckIn, type ToldCheckIn, toldAfter } from './next-check-in';
import { keepLost, lostHere } from './own-losses';
import { compareWithQueue, forgetLost, type LedgerStorage, readLedger, writeLedger } from './queue-ledger';
import type { WorkRoom } from './work-room';

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

/** What an exchange carries: the whole that was looked at, and as much of it as the header says. */
interface Sending {
  readonly full: CheckIn;
  readonly said: CheckIn;
  readonly text: string;
}

/**
 * Tells the server which applications lie here, so that it can name what never came (mode 6). Rides on the exchange of a
 * flush, costs no request of its own, and says nothing when nothing is new.
 */
export function createCheckIn(room: WorkRoom, storage: LedgerStorage | null): DeviceCheckIn {
  let next: Sending | null = null;
  let told: ToldCheckIn | null = null;
  let tag: string | null = null;

  async function look(): Promise<void> {
    // All of it before the queue: what is queued between must look neither lost nor skipped, and what lay here under one
    // epoch must not be said under the next.
    const ledger = readLedger(storage);
    const count = await room.records.nextCount();
    const device = await room.records.device();
    const { epoch } = await room.outbox.position();
    const work = await readHeldWork(room);
    const now = compareWithQueue(ledger, work, device?.centre?.id ?? null);
    writeLedger(storage, now);
    const lost = lostHere(now, device);
    await keepLost(room, lost);
    const known = await room.records.neverArrived();
    const full: CheckIn = {
      epoch,
      used: count === null ? 0 : count.next - 1,
      usedBy: count?.deviceCode ?? '',
      waiting: heldCodes(work.waiting),
      takenBack: heldCodes(work.takenBack),
      lost: device === null ? [] : lost,
      isPart: false,
    };
    const written = nextCheckIn(full, told, {
      now: room.now(),
      isWatched: known.items.length > 0,
      received: codesOf(heldCodes(work.all.filter(({ state }) => state === 'received'))),
    });
    next = written && { full, ...written };
  }

  /** The server has it: what was lost need not be said again, as far as it was said. */
  function heard(answer: Response, sent: Sending): void {
    const named = answer.ok ? answer.headers.get(NEVER_ARRIVED_HEADER) : null;
    if (named === null) return;
    tag = named;
    told = toldAfter(told, sent, room.now());
    if (next === sent) next = null;
    forgetLost(storage, codesOf(sent.said.lost));
  }

  return {
    line: {
      ...room.line,
      async fetch(input, init = {}) {
        const sending = next;
        const headers =
          sending === null || !String(input).endsWith('/api/v1/sync')
            ? null
            : headersWith(init.headers, sending.text);
        if (sending === null || headers === null) return room.line.fetch(input, init);
        const answer = await room.line.fetch(input, { ...init, headers });
        heard(answer, sending);
        return answer;
      },
    },
    look: () => look().catch(() => undefined),
    hasLost: () => (next?.said.lost.length ?? 0) > 0,
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

/** Null when the text cannot stand in a header: a check-in never costs an exchange. */
function headersWith(headers: HeadersInit | undefined, text: string): Headers | null {
  try {
    const all = new Headers(headers);
    all.set(CHECK_IN_HEADER, text);
    return all;
  } catch {
    return null;
  }
}

async function fetchList(line: Line): Promise<NeverArrived | null> {
  const answer = await fetchNeverArrived(line);
  return answer.ok ? answer.value : null;
}

const heldCodes = (items: readonly OutboxItem[]): readonly HeldCode[] =>
  items.flatMap((item) => {
    const trackingCode = codeOfItem(item);
    return trackingCode === null ? [] : [{ trackingCode, serviceId: item.submission.serviceId ?? null }];
  });
