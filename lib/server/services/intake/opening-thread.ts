import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '../../../shared/result';
import { log } from '../../log';
import type { PublishedVersion } from '../load-versions';
import type { OpenedItem } from './open-item';
import type { ItemFailure, ReadItem } from './read-item';

export interface ToOpen {
  readonly item: ReadItem;
  readonly published: PublishedVersion | undefined;
}

/** What the thread is told. A version it has not seen comes along once, and is a number from then on. */
export interface OpeningOrder {
  readonly order: number;
  readonly now: number;
  readonly items: readonly { readonly item: ReadItem; readonly version: number | undefined }[];
  readonly news: readonly (readonly [number, PublishedVersion])[];
}

/** What `openItem` adds to an item: the item itself does not travel back. */
export type Opened = Result<Omit<OpenedItem, keyof ReadItem>, ItemFailure>;

/** What it answers, in the order of the items; undefined for one that it could not deal with. */
export interface OpeningAnswer {
  readonly order: number;
  readonly opened: readonly (Opened | undefined)[];
}

export interface OpeningThread {
  /** What is in each; undefined, of one or of all, is no answer: the caller does it himself. Never rejects. */
  open(items: readonly ToOpen[], now: number): Promise<readonly (Opened | undefined)[] | undefined>;
  close(): Promise<void>;
}

/** A thread that ended by itself is not begun again at once. */
const REST_MS = 60_000;

/**
 * A second thread for what an intake costs most: opening seals, unpacking, and the rules of the form. Meanwhile the first one talks to
 * the database and to the line. `file` is the bundle of `opening-worker.ts`.
 */
export function createOpeningThread(file: string, dataDir: string): OpeningThread {
  const waiting = new Map<number, (opened: OpeningAnswer['opened'] | undefined) => void>();
  let worker: Worker | undefined;
  let known = new Map<PublishedVersion, number>();
  let orders = 0;
  let restsUntil = 0;

  function lost(gone: Worker, error?: Error): void {
    if (worker !== gone) return;
    log.warn({ err: error }, 'the opening thread ended');
    worker = undefined;
    restsUntil = Date.now() + REST_MS;
    for (const give of waiting.values()) give(undefined);
    waiting.clear();
  }

  function begin(): Worker {
    // Without the flags of this process: what they load is meant for the one that listens.
    const begun = new Worker(file, { workerData: { dataDir }, execArgv: [] });
    begun.unref();
    begun.on('message', ({ order, opened }: OpeningAnswer) => {
      waiting.get(order)?.(opened);
      waiting.delete(order);
    });
    begun.on('error', (error: Error) => lost(begun, error));
    begun.on('exit', () => lost(begun));
    known = new Map();
    return begun;
  }

  function order(items: readonly ToOpen[], now: number): OpeningOrder {
    orders += 1;
    const news: [number, PublishedVersion][] = [];
    const numbered = items.map(({ item, published }) => {
      if (published && !known.has(published)) {
        known.set(published, known.size);
        news.push([known.size - 1, published]);
      }
      return { item, version: published && known.get(published) };
    });
    return { order: orders, now, items: numbered, news };
  }

  return {
    async open(items, now) {
      if (!worker && Date.now() < restsUntil) return undefined;
      worker ??= begin();
      const thread = worker;
      const said = order(items, now);
      return new Promise((resolve) => {
        waiting.set(said.order, resolve);
        thread.postMessage(said);
      });
    },
    async close() {
      const ending = worker;
      worker = undefined;
      for (const give of waiting.values()) give(undefined);
      waiting.clear();
      await ending?.terminate();
    },
  };
}

// On globalThis because route bundles do not share modules.
const store = globalThis as unknown as { setuOpening?: OpeningThread };

/** The thread of this process; undefined where there is one processor only, and where nothing was built. */
export function openingThread(dataDir: string): OpeningThread | undefined {
  if (process.env.NODE_ENV !== 'production' || availableParallelism() < 2) return undefined;
  store.setuOpening ??= createOpeningThread(
    path.join(process.cwd(), '.next', 'server', 'opening-worker.mjs'),
    dataDir,
  );
  return store.setuOpening;
}
