import type { OutboxItem } from '../item';
import type { FileSender, OutboxStore } from '../ports';
import { createOutboxRunner, type OutboxRunner } from '../run-outbox';
import type { RunnerDeps } from '../runner-deps';
import { createFakeLine, type FakeLine } from './fake-line';
import { createFakeServer, type FakeServer, fakeVerifier } from './fake-server';
import { idOf, makeItem } from './make-item';
import { createMemoryDevice, createMemoryOutboxStore } from './memory-outbox-store';

/** What one tab has that others have not. */
export type TabExtra = Partial<Pick<RunnerDeps, 'files' | 'isGone' | 'startBytes'>>;

/** A counter of a test: one device, one line, one server, and a clock that only the test moves. */
export interface Counter {
  readonly server: FakeServer;
  readonly line: FakeLine;
  readonly store: OutboxStore;
  readonly runner: OutboxRunner;
  readonly now: () => number;
  /** Another tab on the same device. */
  tab(owner: string, line?: FakeLine, extra?: TabExtra): OutboxRunner;
  pass(ms: number): void;
  /** Queues the items with these numbers. */
  queue(...numbers: readonly number[]): Promise<void>;
  item(n: number): Promise<OutboxItem>;
  /** State by number of all items, oldest first. */
  states(): Promise<readonly string[]>;
}

export function openCounter({
  files,
  page,
}: {
  readonly files?: FileSender;
  readonly page?: number;
} = {}): Counter {
  const server = createFakeServer(page === undefined ? {} : { page });
  const line = createFakeLine(server);
  const device = createMemoryDevice();
  const store = createMemoryOutboxStore(device);
  let time = 1_800_000_000_000;
  const now = () => time;
  const tab = (owner: string, sender: FakeLine = line, extra: TabExtra = {}) =>
    createOutboxRunner({
      store: createMemoryOutboxStore(device),
      sender,
      verifier: fakeVerifier,
      ...(files && { files }),
      ...extra,
      clock: now,
      chance: () => 0.5,
      owner,
      catalogueVersion: () => 1,
    });
  return {
    server,
    line,
    store,
    now,
    tab,
    runner: tab('tab'),
    pass: (ms) => {
      time += ms;
    },
    async queue(...numbers) {
      for (const n of numbers) await store.add(makeItem(n));
    },
    async item(n) {
      const item = await store.get(idOf(n));
      if (!item) throw new Error(`item ${n} is gone`);
      return item;
    },
    states: async () => (await store.all()).map((item) => item.state),
  };
}
