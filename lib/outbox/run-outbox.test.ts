import { describe, expect, test } from 'vitest';
import type { OutboxStore } from './ports';
import { createOutboxRunner } from './run-outbox';
import { openCounter } from './testing/counter';
import { createFakeLine } from './testing/fake-line';
import { fakeVerifier } from './testing/fake-server';
import { idOf, makeItem, makeSubmission } from './testing/make-item';

const sentIds = (requests: readonly { submissions: readonly { id: string }[] }[]) =>
  requests.map(({ submissions }) => submissions.map(({ id }) => id));

describe('a flush', () => {
  test('[OB-1] however often an item is sent, it is sent as the same bytes and recorded once', async () => {
    const { queue, line, runner, pass, server, item } = openCounter();
    await queue(1);
    line.next({ kind: 'answer-lost' }, { kind: 'request-lost' }, { kind: 'delivered-twice' });
    for (let n = 0; n < 3; n++) {
      await runner.flushOnce();
      pass(20 * 60_000);
    }
    expect(line.requests.filter(({ submissions }) => submissions.length > 0)).toHaveLength(3);
    expect(server.offered.get(idOf(1))?.size).toBe(1);
    expect(server.effectsOf(idOf(1))).toBe(1);
    expect(await item(1)).toMatchObject({ state: 'received', receipt: { seq: 1, epoch: 'e1' } });
  });

  test('[OB-3] an item is received only by a verified receipt for its own bytes', async () => {
    const { queue, line, runner, pass, states } = openCounter();
    await queue(1);
    line.next({ kind: 'portal' }, { kind: 'forged' }, { kind: 'silent' });
    for (let n = 0; n < 3; n++) {
      await runner.flushOnce();
      expect(await states()).toEqual(['waiting']);
      pass(20 * 60_000);
    }
    const report = await runner.flushOnce();
    expect(report).toMatchObject({ end: 'done', received: [idOf(1)] });
  });

  test('[OB-3] the receipt of one item is no receipt for another', async () => {
    const { queue, line, runner, states } = openCounter();
    await queue(1, 2);
    line.next({ kind: 'swapped' });
    await runner.flushOnce();
    expect(await states()).toEqual(['waiting', 'waiting']);
  });

  test('[OB-4] a refused item stays visible with its reason, and the others go on', async () => {
    const { queue, server, runner, item, states } = openCounter();
    await queue(1, 2, 3);
    server.refusals.set(idOf(2), {
      code: 'validation-failed',
      errors: [{ pointer: '/answers/dob', code: 'required' }],
    });
    const report = await runner.flushOnce();
    expect(await states()).toEqual(['received', 'needs-attention', 'received']);
    expect(await item(2)).toMatchObject({
      problem: { code: 'validation-failed', errors: [{ pointer: '/answers/dob', code: 'required' }] },
    });
    expect(report).toMatchObject({ end: 'done', received: [idOf(1), idOf(3)], refused: [idOf(2)] });
  });

  test('[OB-6] the oldest goes first', async () => {
    const { queue, line, runner } = openCounter();
    await queue(3, 1, 2);
    await runner.flushOnce();
    expect(sentIds(line.requests)).toEqual([[1, 2, 3].map(idOf)]);
  });

  test('[OB-7] a batch is bounded by bytes, and a heavy item goes alone rather than never', async () => {
    const { store, line, runner, states } = openCounter();
    for (const n of [1, 2, 3]) await store.add(makeItem(n, { ctChars: 16_000 }));
    await store.add(makeItem(4, { ctChars: 200_000 }));
    await runner.flushOnce();
    expect(sentIds(line.requests)).toEqual([[1, 2], [3], [4]].map((numbers) => numbers.map(idOf)));
    expect(await states()).toEqual(Array(4).fill('received'));
  });

  test('[OB-7] an item goes once in a flush, also when its wait ends while others are sent', async () => {
    const { store, server, tab, pass, states } = openCounter();
    for (const n of [1, 2]) await store.add(makeItem(n, { ctChars: 40_000 }));
    const slow = createFakeLine(server, () => pass(10_000));
    slow.next(...Array(6).fill({ kind: 'silent' }));
    expect(await tab('slow', slow).flushOnce()).toMatchObject({ end: 'done', exchanges: 2 });
    expect(await states()).toEqual(['waiting', 'waiting']);
  });

  test('[OB-10] the store is free while a request is on its way', async () => {
    const counter = openCounter();
    await counter.queue(1);
    let added = false;
    const slow = {
      ...counter.line,
      send: async (request: Parameters<typeof counter.line.send>[0]) => {
        await counter.queue(2);
        added = (await counter.store.get(idOf(2))) !== undefined;
        return counter.line.send(request);
      },
    };
    await counter.tab('slow', slow).flushOnce();
    expect(added).toBe(true);
    expect(await counter.states()).toEqual(['received', 'received']);
  });

  test('[OB-14] an item the answer does not mention goes back to waiting', async () => {
    const { queue, line, runner, item } = openCounter();
    await queue(1);
    line.next({ kind: 'silent' });
    await runner.flushOnce();
    expect(await item(1)).toMatchObject({ state: 'waiting', reason: 'server-error', attempts: 1 });
  });

  test('[OB-18] receipts, changes and position come with the same answer', async () => {
    const { queue, runner, store, now } = openCounter();
    await queue(1);
    await runner.flushOnce();
    expect(await store.position()).toEqual({
      cursor: 1,
      epoch: 'e1',
      backupSeq: 0,
      lastContact: { serverTime: '2026-11-22T04:42:00Z', deviceTime: now() },
    });
    expect(await store.caseStates()).toEqual([
      { v: 1, submissionId: idOf(1), seq: 1, epoch: 'e1', status: 'received', at: '2026-11-22T04:42:00Z' },
    ]);
  });

  test('[OB-18] an answer that could not be written has moved nothing, and is heard again', async () => {
    const { queue, runner, store, line, now } = openCounter();
    await queue(1);
    const full: OutboxStore = {
      ...store,
      commitSync: (answer) =>
        answer.ids.length + answer.cases.length > 0
          ? Promise.reject(new Error('full'))
          : store.commitSync(answer),
    };
    const onFullDevice = createOutboxRunner({
      store: full,
      sender: line,
      verifier: fakeVerifier,
      clock: now,
      chance: () => 0.5,
      owner: 'tab-1',
      catalogueVersion: () => 1,
    });
    await onFullDevice.flushOnce().catch(() => undefined);
    expect(await store.position()).toMatchObject({ cursor: 0, epoch: null });
    expect(await store.caseStates()).toEqual([]);

    await runner.flushOnce();
    expect((await store.position()).cursor).toBe(1);
    expect(await store.caseStates()).toMatchObject([{ submissionId: idOf(1), status: 'received' }]);
  });

  test('[OB-19] an empty queue still fetches what changed, page after page', async () => {
    const { queue, runner, server, store, line } = openCounter({ page: 2 });
    await queue(1);
    await runner.flushOnce();
    for (let n = 0; n < 5; n++) server.decide(idOf(1), n === 4 ? 'accepted' : 'returned');
    const before = line.requests.length;
    await runner.flushOnce();
    expect(line.requests.length - before).toBe(3);
    expect(await store.caseStates()).toMatchObject([{ status: 'accepted', seq: 6 }]);
    expect((await store.position()).cursor).toBe(6);
  });

  test('[OB-19] a server that always has more does not keep a flush for ever', async () => {
    const { tab, line, server } = openCounter();
    const endless = {
      ...line,
      send: async (request: Parameters<typeof line.send>[0]) =>
        ({ ok: true, value: { ...server.answer(request), more: true } }) as const,
    };
    expect(await tab('endless', endless).flushOnce()).toMatchObject({ end: 'done', exchanges: 50 });
  });

  test('reports when the next try is', async () => {
    const { queue, line, runner, now } = openCounter();
    await queue(1);
    line.next({ kind: 'request-lost' });
    expect(await runner.flushOnce()).toMatchObject({
      end: 'waits',
      reason: 'no-line',
      nextTryAt: now() + 1500,
      received: [],
    });
  });

  test('an abort ends it before the next request, with nothing held', async () => {
    const { queue, runner, line, states } = openCounter();
    await queue(1);
    expect(await runner.flushOnce({ signal: AbortSignal.abort() })).toMatchObject({
      end: 'aborted',
      exchanges: 0,
    });
    expect(line.requests).toEqual([]);
    expect(await states()).toEqual(['queued']);
  });
});

test('[OB-25] an item that could only not be hashed just now is not damaged: it goes when its lease is over', async () => {
  const { store, line, queue, runner, now, pass, states } = openCounter();
  await queue(1);
  const failing = createOutboxRunner({
    store,
    sender: line,
    verifier: { ...fakeVerifier, submissionHash: () => Promise.reject(new Error('the code did not load')) },
    clock: now,
    chance: () => 0.5,
    owner: 'without tools',
    catalogueVersion: () => 1,
  });
  await expect(failing.flushOnce()).rejects.toThrow('the code did not load');
  expect(await states()).toEqual(['sending']);
  pass(60_000);
  await runner.flushOnce();
  expect(await states()).toEqual(['received']);
});

test('[OB-25] an item whose bytes cannot be read needs attention and holds up nobody', async () => {
  const { store, queue, runner, states } = openCounter();
  await queue(1, 3);
  await store.add({
    ...makeItem(2),
    submission: { ...makeSubmission(2), sealed: { ...makeSubmission(2).sealed, ct: 'unreadable' } },
  });
  await runner.flushOnce();
  expect(await states()).toEqual(['received', 'needs-attention', 'received']);
});
