import { askAgain } from '../outbox/ask-again';
import type { FlushOptions } from '../outbox/runner-deps';
import { postSignOut } from '../remote/http-auth';
import { refreshCatalogue } from './catalogue-refresh';
import type { DeviceCheckIn } from './check-in';
import { createFileSender } from './file-sender';
import { createFlushLock } from './flush-lock';
import { keepBytes } from './keep-bytes';
import { keepReserve, makeRoomForWords } from './keep-room';
import { createLineProbe } from './line-probe';
import { checkLine, lineStore, restLine } from './line-store';
import { createLiveOwner } from './live-owner';
import { sessionNeededStore } from './live-session';
import { createReceiptVerifier } from './receipt-verifier';
import { sendCarriedToo } from './send-carried-too';
import { currentKeys, refreshKeys } from './server-keys';
import { refreshStorage } from './storage-store';
import { createSyncRuntime, type SyncOutcome, type SyncRuntime } from './sync-runtime';
import { windowName } from './window-name';
import type { WorkRoom } from './work-room';

/** How often an open page asks for news, milliseconds. */
const EVERY = 60_000;
/** Pause before asking again when another context is flushing. */
const BUSY_AGAIN = 3_000;
/** How often what calls weighed is written down while no flush does it. */
const COUNT_EVERY = 30_000;
/** When the code of the check-in is fetched: behind everything a person waits for, milliseconds. */
const CHECK_IN_AFTER = 4_000;

export interface WindowSync {
  flush(options?: FlushOptions): Promise<void>;
  retry(id: string): Promise<void>;
  start(): void;
}

/** The engine for a page. Receipts and uploads bring their code along when the first one is there. */
export function createWindowSync(room: WorkRoom): WindowSync {
  let checkIn: DeviceCheckIn | null = null;
  const runtime = createWindowRuntime(room, () => checkIn);
  room.gate.onFull = (isText) => makeRoomForWords(room, isText);
  let running: Promise<void> | undefined;
  let hurryNext: FlushOptions | undefined;
  let hasMetAgain = false;
  /** Looked after once in the life of a page. */
  let hasReserve = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const probe = createLineProbe({
    ask: () => checkLine({ evenIfOff: true }),
    flush,
    isSeen: () => document.visibilityState === 'visible',
    savesData: () => connection()?.saveData === true,
    chance: Math.random,
  });

  async function flushOnce(options: FlushOptions): Promise<void> {
    await endOldSession(room);
    const outcome = await runtime.flush(options).catch(() => 'store-down' as const);
    planNext(outcome, options);
    void keepBytes(room);
    void sendCarriedToo(room);
    if (typeof outcome === 'string') return;
    if (outcome.quietUntil !== null) restLine(outcome.quietUntil);
    probe.follow(outcome.waitsForLine);
    const isUnknown = outcome.reason === 'session-needed';
    if (isUnknown && (await meetAgain())) void flush({ hurry: true });
    else if (outcome.exchanges > 0) sessionNeededStore.set(isUnknown);
    void (hasReserve ? refreshStorage() : keepReserve(room));
    hasReserve = true;
  }

  /** One flush at a time in this page; hurried ones that come in between are run after it, as one. */
  async function flush(options: FlushOptions = {}): Promise<void> {
    if (running !== undefined) {
      if (options.hurry)
        hurryNext = { hurry: true, afterFailure: Boolean(hurryNext?.afterFailure || options.afterFailure) };
      await running;
      const next = hurryNext;
      hurryNext = undefined;
      return next && flush(next);
    }
    running = flushOnce(options).finally(() => {
      running = undefined;
    });
    await running;
  }

  /** A citizen has nothing to sign in with: an own phone that was forgotten makes itself known, once in the life of a page. */
  async function meetAgain(): Promise<boolean> {
    if (hasMetAgain) return false;
    const { enrolAgain } = await import('./enrol-device');
    hasMetAgain = await enrolAgain(room, 'personal').catch(() => false);
    return hasMetAgain;
  }

  /** A flush that found another context at work keeps its haste for the next time. */
  function planNext(outcome: SyncOutcome | 'store-down', options: FlushOptions): void {
    clearTimeout(timer);
    const isBusy = outcome === 'busy';
    const due = typeof outcome === 'string' ? null : outcome.nextTryAt;
    const quiet = typeof outcome === 'string' ? null : outcome.quietUntil;
    const wait = due === null ? EVERY : Math.max(1_000, Math.max(due, quiet ?? 0) - room.now());
    timer = setTimeout(() => whenSeen(isBusy ? options : {}), isBusy ? BUSY_AGAIN : Math.min(wait, EVERY));
  }

  /** Waits of up to 15 minutes end when our server answers again; most lines come back without the browser noticing. */
  function hurryWhenLineIsProven(): void {
    let before = lineStore.get();
    lineStore.subscribe(() => {
      const now = lineStore.get();
      if (now === 'online' && before !== 'checking') void flush({ hurry: true });
      before = now;
    });
  }

  /** What waits here is said with the next exchange; what an eviction took, at once. */
  async function beginCheckIn(): Promise<void> {
    const [{ createCheckIn }, { ledgerStorage }] = await Promise.all([
      import('./check-in'),
      import('./queue-ledger'),
    ]);
    checkIn = createCheckIn(room, ledgerStorage());
    await checkIn.look();
    if (checkIn.hasLost()) void flush();
  }

  /** A page in the background leaves the line to the one in front and to the worker. */
  function whenSeen(options: FlushOptions): void {
    if (document.visibilityState === 'visible') void flush(options);
  }

  return {
    flush,
    async retry(id) {
      await askAgain({ store: room.outbox, clock: room.now }, id);
      await flush({ hurry: true });
    },
    start() {
      // Somebody has just opened the app: what waited for a line is not left to its old waits.
      void flush({ hurry: true });
      addEventListener('online', () => void flush({ hurry: true }));
      connection()?.addEventListener('change', () => probe.wake());
      hurryWhenLineIsProven();
      document.addEventListener('visibilitychange', () => {
        whenSeen({});
        if (document.visibilityState === 'visible') probe.wake();
        else void keepBytes(room);
      });
      setInterval(() => void keepBytes(room), COUNT_EVERY);
      // Without a line its code may not come: the next page tries again.
      setTimeout(() => void beginCheckIn().catch(() => undefined), CHECK_IN_AFTER);
      navigator.serviceWorker?.addEventListener('message', (event: MessageEvent<{ type?: unknown }>) => {
        if (event.data?.type === 'FLUSH') void flush();
      });
    },
  };
}

/** Not in every browser, and not in the types. */
function connection(): (EventTarget & { readonly saveData?: boolean }) | undefined {
  return (navigator as { connection?: EventTarget & { readonly saveData?: boolean } }).connection;
}

function createWindowRuntime(room: WorkRoom, checkIn: () => DeviceCheckIn | null): SyncRuntime {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('setu-flush');
  return createSyncRuntime({
    room,
    checkIn,
    refreshCatalogue,
    verifier: createReceiptVerifier({
      tools: async () => {
        const [{ verifyReceipt }, { submissionHash }] = await Promise.all([
          import('../crypto/receipt'),
          import('../crypto/submission-hash'),
        ]);
        return { verifyReceipt, submissionHash };
      },
      keys: () => currentKeys(room),
      freshKeys: () => refreshKeys(room),
    }),
    files: createFileSender({
      files: room.files,
      upload: async (job, signal) =>
        (await import('../remote/tus-uploader')).uploadFile(room.line, job, signal),
      now: room.now,
    }),
    lock: createFlushLock({ locks: navigator.locks, channel, now: room.now }),
    chance: Math.random,
    owner: createLiveOwner(navigator.locks, windowName()),
  });
}

/** Somebody signed out without a line: the server is told at the next contact, before anything else. */
async function endOldSession(room: WorkRoom): Promise<void> {
  if (!(await room.records.owesSignOut().catch(() => false))) return;
  if (!(await postSignOut(room.line))) return;
  await room.records.setPerson(await room.records.person()).catch(() => undefined);
}
