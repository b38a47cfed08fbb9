import { createReceiptVerifier } from '../../lib/browser/receipt-verifier';
import type { ServerKeys } from '../../lib/contract/wire';
import { verifyReceipt } from '../../lib/crypto/receipt';
import { submissionHash } from '../../lib/crypto/submission-hash';
import { seededChance } from '../../lib/forms/testing/chance';
import { byAge } from '../../lib/outbox/batch';
import type { OutboxItem } from '../../lib/outbox/item';
import type { OutboxStore } from '../../lib/outbox/ports';
import { createOutboxRunner, type OutboxRunner } from '../../lib/outbox/run-outbox';
import { createMemoryOutboxStore, type MemoryDevice } from '../../lib/outbox/testing/memory-outbox-store';
import { createHttpSyncSender } from '../../lib/remote/http-sync-sender';
import type { Faults } from './faults';
import { carryRequest, type NetworkParts } from './network';
import type { StockedDevice } from './stock';

/** A flush makes ten calls or so; a quarter of each would let none of them end. */
const PER_CALL = 0.04;
const NEVER = new Promise<never>(() => {});

/** A tab or the worker of one device. It moves only while the simulation waits for it. */
interface Context {
  readonly runner: OutboxRunner;
  isAlive: boolean;
  isFlushing: boolean;
  isFrozen: boolean;
  stopped: () => void;
  failure: unknown;
}

export interface DeviceParts extends NetworkParts {
  readonly memory: MemoryDevice;
  readonly stocked: StockedDevice;
  readonly keys: ServerKeys;
  readonly seed: number;
  readonly name: string;
}

/** A counter or a phone with two contexts over one store, the real engine, the real sender, real receipts. */
export class SimDevice {
  /** How far its clock is from the true time, milliseconds. */
  clockOffset = 0;
  /** Which of its names it uses: the second after the first was revoked. */
  credential: 0 | 1 = 0;
  nextStock = 0;
  readonly store: OutboxStore;
  readonly #contexts: [Context, Context];
  #opened = 0;

  constructor(readonly parts: DeviceParts) {
    this.store = createMemoryOutboxStore(parts.memory);
    this.#contexts = [this.#open(), this.#open()];
  }

  /** Its items as they lie there, oldest first; not to be changed. */
  get items(): readonly OutboxItem[] {
    return [...this.parts.memory.items.values()].sort(byAge);
  }

  get now(): number {
    return Math.round(this.parts.timeline.now + this.clockOffset);
  }

  get failures(): readonly unknown[] {
    return this.#contexts.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  }

  /** How its items stand, oldest first, for the history. */
  get inWords(): string {
    return this.items.map(({ id, state, attempts }) => `${id.slice(-4)} ${state} ${attempts}`).join(', ');
  }

  get isFlushing(): boolean {
    return this.#contexts.some((context) => context.isFlushing);
  }

  /** Begins a flush and resolves when it waits for the line or is over. */
  async flush(index: 0 | 1, hurry: boolean): Promise<void> {
    const context = this.#contexts[index];
    if (context.isFlushing || context.isFrozen) return;
    context.isFlushing = true;
    await moving(context, () => {
      context.runner
        .flushOnce({ hurry })
        .catch((error: unknown) => {
          context.failure = error;
        })
        .finally(() => {
          context.isFlushing = false;
          context.stopped();
        });
    });
  }

  /** The tab is killed and opened anew; what was on its way in it is forgotten. */
  crash(index: 0 | 1): void {
    const old = this.#contexts[index];
    old.isAlive = false;
    this.#contexts[index] = this.#open();
    old.stopped();
  }

  #open(): Context {
    this.#opened += 1;
    const { parts } = this;
    const { keys, seed, name } = parts;
    const context: Context = {
      isAlive: true,
      isFlushing: false,
      isFrozen: false,
      stopped: () => {},
      failure: undefined,
      runner: createOutboxRunner({
        store: mortalStore(
          this.store,
          parts.faults,
          () => context.isAlive,
          () => this.#kill(context),
        ),
        sender: createHttpSyncSender({
          origin: parts.server.origin,
          now: () => this.now,
          fetch: (input, init) => this.#fetch(context, String(input), init),
        }),
        verifier: createReceiptVerifier({
          tools: () => ({ verifyReceipt, submissionHash }),
          keys: async () => keys,
          freshKeys: async () => keys,
        }),
        clock: () => this.now,
        chance: seededChance(seed * 31 + this.#opened),
        owner: `${name}-${this.#opened}`,
        catalogueVersion: () => 1,
      }),
    };
    return context;
  }

  #kill(context: Context): void {
    const index = this.#contexts.indexOf(context);
    if (index >= 0) this.crash(index as 0 | 1);
  }

  #fetch(context: Context, url: string, init: RequestInit = {}): Promise<Response> {
    const { cookie } = this.parts.stocked.credentials[this.credential];
    const { method, body } = init;
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    const request = () => new Request(url, { method, headers, body } as RequestInit);
    return new Promise((resolve, reject) => {
      const tell = (say: () => void) => this.#tell(context, say);
      carryRequest(this.parts, request, {
        heard: (response) => tell(() => resolve(response)),
        lost: (error) => tell(() => reject(error)),
      });
      if (this.parts.faults.at('crash-on-the-way')) this.#kill(context);
      context.stopped();
    });
  }

  /** A frozen tab hears later what came meanwhile. */
  async #tell(context: Context, say: () => void): Promise<void> {
    const { faults, timeline } = this.parts;
    if (!context.isAlive) return say();
    if (!context.isFrozen && faults.at('frozen')) {
      context.isFrozen = true;
      timeline.after(30_000 + faults.chance() * 200_000, async () => {
        context.isFrozen = false;
        await (context.isAlive ? moving(context, say) : say());
      });
      return;
    }
    await moving(context, say);
  }
}

/** Lets a context go on and waits until it stops at the line, is over or dies. */
function moving(context: Context, begin: () => void): Promise<void> {
  return new Promise((resolve) => {
    context.stopped = resolve;
    begin();
  });
}

/** The store of one context: a killed context writes nothing more, and it may be killed before or after any call. */
function mortalStore(
  store: OutboxStore,
  faults: Faults,
  isAlive: () => boolean,
  kill: () => void,
): OutboxStore {
  const mortal =
    <A extends unknown[], R>(method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (!isAlive()) await NEVER;
      if (faults.at('crash-before-store', PER_CALL)) {
        kill();
        await NEVER;
      }
      const result = await method(...args);
      if (!isAlive()) await NEVER;
      if (faults.at('crash-after-store', PER_CALL)) {
        kill();
        await NEVER;
      }
      return result;
    };
  return {
    add: mortal(store.add),
    get: mortal(store.get),
    all: mortal(store.all),
    update: mortal(store.update),
    position: mortal(store.position),
    commitSync: mortal(store.commitSync),
    caseStates: mortal(store.caseStates),
  };
}
