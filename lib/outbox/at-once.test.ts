import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SyncRequest } from '../contract/wire';
import { batchBytes } from './batch';
import { openAir } from './in-the-air';
import type { OutboxItem } from './item';
import { createOutboxRunner } from './run-outbox';
import { type Counter, openCounter } from './testing/counter';
import { carry, createFakeLine, type LineFault } from './testing/fake-line';
import { fakeVerifier } from './testing/fake-server';
import { idOf, makeItem } from './testing/make-item';

/** Two items fill the first batch. */
const START = 800;

const idsOf = (request: SyncRequest) => request.submissions.map(({ id }) => id);

/** A counter whose requests stay under way until the test lets them land. */
async function openHeld(items: number) {
  const counter = openCounter();
  for (let n = 1; n <= items; n++) await counter.store.add(makeItem(n));
  const underWay: { readonly ids: readonly string[]; readonly land: () => void }[] = [];
  const line = createFakeLine(
    counter.server,
    (request) => new Promise((land) => underWay.push({ ids: idsOf(request), land })),
  );
  /** Waits until nothing more leaves by itself. */
  const still = async () => {
    for (let n = 0; n < 200; n++) await Promise.resolve();
  };
  const land = async (n = 0) => {
    underWay.splice(n, 1)[0]?.land();
    await still();
  };
  const breaking = { ...counter.store };
  const runner = createOutboxRunner({
    store: { ...breaking, commitSync: (commit) => breaking.commitSync(commit) },
    sender: line,
    verifier: fakeVerifier,
    clock: counter.now,
    chance: () => 0.5,
    owner: 'tab',
    catalogueVersion: () => 1,
    startBytes: START,
  });
  return { ...counter, line, underWay, still, land, breaking, runner };
}

const itemOf = async ({ store }: Pick<Counter, 'store'>, id: string): Promise<OutboxItem> => {
  const item = await store.get(id);
  if (!item) throw new Error(`${id} is gone`);
  return item;
};

/** The first request of the flush was answered at once: three are under way now. */
async function openThree(items = 20) {
  const held = await openHeld(items);
  const flush = held.runner.flushOnce();
  await held.still();
  await held.land();
  expect(held.underWay).toHaveLength(3);
  return { ...held, flush };
}

async function landAll({ underWay, land }: Awaited<ReturnType<typeof openHeld>>): Promise<void> {
  while (underWay.length > 0) await land();
}

describe('[OB-36] requests at once', () => {
  test('the first of a flush goes alone, then at most three, each item in one of them', async () => {
    const held = await openHeld(30);
    const flush = held.runner.flushOnce();
    await held.still();
    expect(held.underWay).toHaveLength(1);
    await held.land();
    while (held.underWay.length > 0) {
      expect(held.underWay.length).toBeLessThanOrEqual(3);
      const ids = held.underWay.flatMap((one) => one.ids);
      expect(new Set(ids).size).toBe(ids.length);
      await held.land(held.underWay.length > 1 ? 1 : 0);
    }
    expect(await flush).toMatchObject({ end: 'done' });
    const sent = held.line.requests.flatMap(idsOf);
    expect(sent).toHaveLength(30);
    expect(new Set(sent).size).toBe(30);
    expect(await held.states()).toEqual(Array(30).fill('received'));
  });

  test('together weigh no more than one batch may', async () => {
    const held = await openThree(60);
    // 744 bytes came back in no time: four times the first batch may be in the air.
    const weight = batchBytes(
      await Promise.all(held.underWay.flatMap(({ ids }) => ids).map((id) => itemOf(held, id))),
    );
    expect(weight).toBeGreaterThan(2 * START);
    expect(weight).toBeLessThanOrEqual(4 * START);
    await landAll(held);
    await held.flush;
  });

  test('a line that needs its time for one has one', async () => {
    const counter = openCounter();
    for (let n = 1; n <= 12; n++) await counter.store.add(makeItem(n));
    let now = 0;
    let most = 0;
    const slow = createFakeLine(counter.server, async () => {
      now++;
      most = Math.max(most, now);
      await Promise.resolve();
      counter.pass(6_000);
      now--;
    });
    await counter.tab('slow', slow, { startBytes: START }).flushOnce();
    expect(slow.requests.map(({ submissions }) => submissions.length)).toEqual(Array(6).fill(2));
    expect(most).toBe(1);
  });

  test('nothing goes beside a request without items', () => {
    const air = openAir({ history: [] });
    air.leave(700)(900, true);
    const landed = air.leave(0);
    expect(air.room()).toBe(0);
    landed(900, true);
    expect(air.room()).toBe(24 * 1024);
  });

  test('a heavy item does not go beside others, and is not passed by', async () => {
    const held = await openHeld(2);
    await held.store.add(makeItem(3));
    await held.store.add(makeItem(4, { ctChars: 9_000 }));
    await held.store.add(makeItem(5));
    const flush = held.runner.flushOnce();
    await held.still();
    await held.land();
    expect(held.underWay.map(({ ids }) => ids)).toEqual([[idOf(3)]]);
    await held.land();
    expect(held.underWay.map(({ ids }) => ids)).toEqual([[idOf(4)]]);
    await landAll(held);
    await flush;
    expect(await held.states()).toEqual(Array(5).fill('received'));
  });

  test.each([0, 1, 2])(
    'when the %i. of three is lost, the others are heard and nothing new leaves',
    async (lost) => {
      const held = await openThree();
      const ids = held.underWay.map((one) => one.ids);
      held.line.next({ kind: 'request-lost' });
      await held.land(lost);
      expect(held.underWay).toHaveLength(2);
      for (const id of ids[lost] ?? [])
        expect(await itemOf(held, id)).toMatchObject({ state: 'waiting', attempts: 1 });
      // What is still under way is held by its own lease: no other tab may send it.
      const other = createFakeLine(held.server);
      const others = ids.filter((_, n) => n !== lost).flat();
      for (const id of others) expect(await itemOf(held, id)).toMatchObject({ state: 'sending' });
      await held.tab('other', other).flushOnce();
      expect(other.requests.flatMap(idsOf).filter((id) => others.includes(id))).toEqual([]);
      await held.queue(99);
      await landAll(held);
      expect(await held.flush).toMatchObject({ end: 'waits', reason: 'no-line', exchanges: 4 });
      expect(await held.item(99)).toMatchObject({ state: 'queued' });
      for (const id of others) expect(await itemOf(held, id)).toMatchObject({ state: 'received' });
      expect(await held.states()).not.toContain('sending');
    },
  );

  test('the first of the next flush goes alone too, whatever the line was', async () => {
    const held = await openThree();
    await landAll(held);
    await held.flush;
    for (let n = 31; n <= 90; n++) await held.store.add(makeItem(n));
    const next = held.runner.flushOnce();
    await held.still();
    expect(held.underWay).toHaveLength(1);
    await held.land();
    expect(held.underWay).toHaveLength(3);
    await landAll(held);
    await next;
  });

  test('what the lost answer of one told is told again, although another was answered', async () => {
    const held = await openThree(14);
    held.line.next({ kind: 'answer-lost' });
    await landAll(held);
    await held.flush;
    const again = held.runner.flushOnce({ hurry: true });
    await held.still();
    await landAll(held);
    await again;
    expect((await held.store.position()).cursor).toBe(14);
    expect(await held.store.caseStates()).toHaveLength(14);
  });

  test('a cut that takes three counts as one', async () => {
    const held = await openThree(40);
    held.line.next(...Array<LineFault>(3).fill({ kind: 'request-lost' }));
    await landAll(held);
    expect(await held.flush).toMatchObject({ end: 'waits' });
    const again = held.runner.flushOnce({ hurry: true });
    await held.still();
    // Half of the six that were in the air; halved three times it would be one.
    expect(held.underWay.map(({ ids }) => ids.length)).toEqual([3]);
    await landAll(held);
    await again;
    expect(await held.states()).toEqual(Array(40).fill('received'));
  });

  test('a time that the server named to one holds although another is answered after it', async () => {
    const held = await openThree();
    held.line.next({ kind: 'busy', retryAfterMs: 60_000 });
    await held.land();
    await landAll(held);
    const { quietUntil } = await held.flush;
    expect(quietUntil).toBeGreaterThanOrEqual(held.now() + 60_000);
    const before = held.line.requests.length;
    expect(await held.runner.flushOnce({ hurry: true })).toMatchObject({ end: 'quiet' });
    expect(held.line.requests).toHaveLength(before);
  });

  test('halves of a refused one go when nothing else is under way', async () => {
    const held = await openThree();
    const ids = held.underWay.map((one) => one.ids);
    held.line.next({ kind: 'refused', code: 'malformed-request' });
    await held.land();
    expect(held.underWay.map((one) => one.ids)).toEqual(ids.slice(1));
    await held.land();
    await held.land();
    expect(held.underWay.map((one) => one.ids)).toEqual([ids[0]?.slice(0, 1)]);
    await landAll(held);
    expect(await held.flush).toMatchObject({ end: 'done' });
    expect(await held.states()).toEqual(Array(20).fill('received'));
  });

  test('when one cannot be written, the others are', async () => {
    const held = await openThree();
    const ids = held.underWay.map((one) => one.ids);
    let fails = 1;
    const { commitSync } = held.store;
    held.breaking.commitSync = (commit) =>
      fails-- > 0 ? Promise.reject(new Error('full')) : commitSync(commit);
    const failed = expect(held.flush).rejects.toThrow('full');
    await landAll(held);
    await failed;
    for (const id of ids[0] ?? []) expect(await itemOf(held, id)).toMatchObject({ state: 'sending' });
    for (const id of ids.slice(1).flat()) expect(await itemOf(held, id)).toMatchObject({ state: 'received' });
  });

  test('are answered in any order, and the position ends behind all changes', async () => {
    const held = await openThree(14);
    await held.land(2);
    await held.land(1);
    await landAll(held);
    expect(await held.flush).toMatchObject({ end: 'done' });
    held.line.requests.length = 0;
    const last = held.runner.flushOnce();
    await held.still();
    await landAll(held);
    await last;
    expect((await held.store.position()).cursor).toBe(14);
    expect(await held.store.caseStates()).toHaveLength(14);
  });

  test('an old server tells every change to each, and nothing is missed', async () => {
    const held = await openThree(14);
    const { answer } = held.server;
    Object.assign(held.server, { answer: (request: SyncRequest) => answer(request) });
    await held.land(1);
    await landAll(held);
    await held.flush;
    expect(await held.store.caseStates()).toHaveLength(14);
    expect(await held.states()).toEqual(Array(14).fill('received'));
  });

  test('under every order of answers and every fault: each item once, what was answered received, nothing left under way', async () => {
    const fault = fc.constantFrom<LineFault>(
      { kind: 'none' },
      { kind: 'none' },
      { kind: 'none' },
      { kind: 'request-lost' },
      { kind: 'answer-lost' },
      { kind: 'busy', retryAfterMs: 5_000 },
      { kind: 'refused', code: 'malformed-request' },
      { kind: 'silent' },
      { kind: 'forged' },
    );
    const played = async (scheduler: fc.Scheduler, faults: readonly LineFault[], items: number) => {
      const { server, store, now } = openCounter();
      for (let n = 1; n <= items; n++) await store.add(makeItem(n));
      const answered = new Set<string>();
      const open = new Map<string, number>();
      const left = [...faults];
      const runner = createOutboxRunner({
        store,
        sender: {
          async send(request, newsOnly) {
            for (const id of idsOf(request)) {
              expect(open.get(id) ?? 0, `${id} is in two requests`).toBe(0);
              open.set(id, 1);
            }
            expect(open.size === 0 || batchesOpen++ < 3).toBe(true);
            await scheduler.schedule(Promise.resolve(), 'answer');
            batchesOpen--;
            for (const id of idsOf(request)) open.set(id, 0);
            const how = left.shift() ?? { kind: 'none' as const };
            const result = carry(server, request, how, newsOnly);
            if (result.ok && how.kind === 'none') for (const id of idsOf(request)) answered.add(id);
            return result;
          },
        },
        verifier: fakeVerifier,
        clock: now,
        chance: () => 0.5,
        owner: 'tab',
        catalogueVersion: () => 1,
        startBytes: START,
      });
      let batchesOpen = 0;
      const flush = runner.flushOnce();
      await scheduler.waitFor(flush);
      for (const item of await store.all()) {
        expect(item.state).not.toBe('sending');
        if (answered.has(item.id)) expect(item.state).toBe('received');
        expect(server.effectsOf(item.id)).toBeLessThanOrEqual(1);
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fault, { maxLength: 10 }),
        fc.integer({ min: 4, max: 24 }),
        played,
      ),
      { numRuns: 150 },
    );
  }, 30_000);
});
