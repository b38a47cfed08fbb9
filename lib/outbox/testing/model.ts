import type { Scheduler } from 'fast-check';
import type { OutboxItem } from '../item';
import type { OutboxStore, SyncSender } from '../ports';
import { createOutboxRunner, type OutboxRunner } from '../run-outbox';
import { carry, type LineFault } from './fake-line';
import { createFakeServer, type FakeServer, fakeVerifier } from './fake-server';
import { idOf, makeItem } from './make-item';
import { createMemoryDevice, createMemoryOutboxStore, type MemoryDevice } from './memory-outbox-store';

/** One thing that can happen to a counter. */
export type Action =
  | { readonly do: 'queue' }
  | {
      readonly do: 'flush';
      readonly tab: 0 | 1;
      readonly hurry: boolean;
      readonly faults: readonly LineFault[];
    }
  | { readonly do: 'step'; readonly count: number }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'crash'; readonly tab: 0 | 1 }
  | { readonly do: 'decide' | 'refuse' | 'ask-again'; readonly n: number }
  | { readonly do: 'back-up' | 'restore' };

/** A device with two tabs whose every step waits for the scheduler, so that chance chooses what comes first. */
export interface World {
  readonly device: MemoryDevice;
  readonly server: FakeServer;
  /** Numbers of the items queued so far. */
  readonly queued: number[];
  readonly tabs: [Tab, Tab];
  now: number;
  restored: boolean;
  faults: LineFault[];
}

interface Tab {
  alive: boolean;
  runner: OutboxRunner;
  generation: number;
}

export function openWorld(scheduler: Scheduler): World {
  const nobody: Tab = {
    alive: false,
    runner: { flushOnce: () => Promise.reject(new Error('not open')) },
    generation: 0,
  };
  const world: World = {
    device: createMemoryDevice(),
    server: createFakeServer({ page: 3 }),
    queued: [],
    tabs: [{ ...nobody }, { ...nobody }],
    now: 1_800_000_000_000,
    restored: false,
    faults: [],
  };
  openTab(world, scheduler, 0);
  openTab(world, scheduler, 1);
  return world;
}

function openTab(world: World, scheduler: Scheduler, index: 0 | 1): void {
  const tab: Tab = {
    alive: true,
    generation: world.tabs[index].generation + 1,
    runner: world.tabs[index].runner,
  };
  const turn = async (label: string) => {
    await scheduler.schedule(Promise.resolve(), `tab ${index} ${label}`);
    // A tab that is gone does nothing more, and nobody hears of it.
    if (!tab.alive) await new Promise(() => {});
  };
  tab.runner = openRunner(world, `tab-${index}-${tab.generation}`, turn);
  world.tabs[index] = tab;
}

/** A tab whose steps follow each other at once; `turn` comes before each. */
export function openRunner(
  world: World,
  owner: string,
  turn: (label: string) => Promise<void> = async () => {},
): OutboxRunner {
  return createOutboxRunner({
    store: slowStore(createMemoryOutboxStore(world.device), turn),
    sender: slowSender(world, turn),
    verifier: fakeVerifier,
    clock: () => world.now,
    chance: () => 0.5,
    owner,
    catalogueVersion: () => 1,
    // Two items fill a batch, so that several requests are under way (OB-36).
    startBytes: 800,
  });
}

function slowStore(store: OutboxStore, turn: (label: string) => Promise<void>): OutboxStore {
  const after =
    <A extends unknown[], R>(label: string, method: (...args: A) => Promise<R>) =>
    async (...args: A) => {
      await turn(label);
      return method(...args);
    };
  return {
    add: after('add', store.add),
    get: after('get', store.get),
    all: after('all', store.all),
    update: after('update', store.update),
    position: after('position', store.position),
    commitSync: after('commit', store.commitSync),
    caseStates: after('cases', store.caseStates),
  };
}

function slowSender(world: World, turn: (label: string) => Promise<void>): SyncSender {
  return {
    async send(request, newsOnly) {
      const sent = structuredClone(request);
      await turn('request');
      const result = carry(world.server, sent, world.faults.shift() ?? { kind: 'none' }, newsOnly);
      await turn('answer');
      return result;
    },
  };
}

/** Does one action. Flushes are begun and not waited for: later steps carry them on. */
export async function act(world: World, scheduler: Scheduler, action: Action): Promise<void> {
  switch (action.do) {
    case 'queue': {
      const n = world.queued.length;
      world.queued.push(n);
      await createMemoryOutboxStore(world.device).add(makeItem(n, n % 5 === 4 ? { ctChars: 20_000 } : {}));
      return;
    }
    case 'flush':
      world.faults.push(...action.faults);
      void world.tabs[action.tab].runner.flushOnce({ hurry: action.hurry });
      return;
    case 'step':
      for (let n = 0; n < action.count; n++) {
        if (scheduler.count() > 0) await scheduler.waitOne();
        else await new Promise((done) => setImmediate(done));
      }
      return;
    case 'pass':
      world.now += action.ms;
      return;
    case 'crash':
      world.tabs[action.tab].alive = false;
      return openTab(world, scheduler, action.tab);
    case 'decide':
      return world.server.decide(idOf(action.n), 'accepted');
    case 'refuse':
      world.server.refusals.set(idOf(action.n), { code: 'validation-failed' });
      return;
    case 'ask-again':
      world.server.refusals.delete(idOf(action.n));
      await createMemoryOutboxStore(world.device).update([idOf(action.n)], askedAgain);
      return;
    case 'back-up':
      return world.server.backUp();
    case 'restore':
      world.restored = true;
      return world.server.restore();
  }
}

const askedAgain = ({ state, ...item }: OutboxItem): OutboxItem | undefined => {
  const { v, id, submission, queuedAt } = item;
  return state === 'needs-attention'
    ? { v, id, submission, queuedAt, attempts: 0, state: 'queued' }
    : undefined;
};

/** Lets everything that is on its way come to an end. */
export async function drain(scheduler: Scheduler): Promise<void> {
  // A flush asks for its next turn a few microtasks after the last one: an empty list is not yet the end.
  for (let idle = 0; idle < 2; idle++) {
    while (scheduler.count() > 0) {
      idle = 0;
      await scheduler.waitOne();
    }
    await new Promise((done) => setImmediate(done));
  }
}
