import { describe, expect, test } from 'vitest';
import { askAgain } from './ask-again';
import { openCounter } from './testing/counter';
import { idOf } from './testing/make-item';

describe('when nobody answers', () => {
  test('[OB-11] the waits grow and never end', async () => {
    const { queue, line, runner, item, pass, now } = openCounter();
    await queue(1);
    const waits: number[] = [];
    for (let n = 0; n < 12; n++) {
      line.next({ kind: 'request-lost' });
      await runner.flushOnce();
      const waiting = await item(1);
      if (waiting.state !== 'waiting') throw new Error('not waiting');
      waits.push((waiting.retryAt - now()) / 1000);
      pass(waiting.retryAt - now());
    }
    expect(waits).toEqual([1.5, 3, 6, 12, 24, 48, 96, 192, 384, 675, 675, 675]);
  });

  test('[OB-11] what is due waits with what was sent, without its attempts being counted', async () => {
    const { queue, line, runner, store, item, pass } = openCounter();
    await queue(1);
    line.next({ kind: 'request-lost' });
    const originalSend = line.send.bind(line);
    const adding = Object.assign(line, {
      send: async (request: Parameters<typeof line.send>[0]) => {
        if (!(await store.get(idOf(2)))) await queue(2);
        return originalSend(request);
      },
    });
    await runner.flushOnce();
    expect(adding.requests).toHaveLength(1);
    expect(await item(2)).toMatchObject({ state: 'waiting', reason: 'no-line', attempts: 0 });
    pass(2000);
    await runner.flushOnce();
    expect(await item(2)).toMatchObject({ state: 'received' });
  });

  test('[OB-13] hurry sends at once what waits for the line', async () => {
    const { queue, line, runner, states } = openCounter();
    await queue(1);
    line.next({ kind: 'request-lost' });
    await runner.flushOnce();
    await runner.flushOnce();
    expect(await states()).toEqual(['waiting']);
    await runner.flushOnce({ hurry: true });
    expect(await states()).toEqual(['received']);
  });
});

describe('a server that had failed', () => {
  const failing = async () => {
    const counter = openCounter();
    await counter.queue(1);
    counter.line.next({ kind: 'refused', code: 'internal' });
    await counter.runner.flushOnce();
    expect(await counter.item(1)).toMatchObject({ state: 'waiting', reason: 'server-error' });
    return counter;
  };

  test('[OB-13] is given at once what waited for it when it answers again, and not before', async () => {
    const { runner, states } = await failing();
    await runner.flushOnce({ hurry: true });
    expect(await states()).toEqual(['waiting']);
    await runner.flushOnce({ hurry: true, afterFailure: true });
    expect(await states()).toEqual(['received']);
  });

  test('[OB-13] a time that it named is kept all the same', async () => {
    const { queue, server, runner, item } = openCounter();
    await queue(1);
    server.refusals.set(idOf(1), { code: 'rate-limited' });
    await runner.flushOnce();
    await runner.flushOnce({ hurry: true, afterFailure: true });
    expect(await item(1)).toMatchObject({ state: 'waiting', reason: 'server-busy', attempts: 1 });
  });
});

describe('whether anybody has to ask for the server', () => {
  test('[OB-31] a flush says that something waits for an answer, and that nothing does', async () => {
    const { queue, line, runner } = openCounter();
    expect((await runner.flushOnce()).waitsForLine).toBe(false);
    await queue(1);
    line.next({ kind: 'request-lost' });
    expect((await runner.flushOnce()).waitsForLine).toBe(true);
    expect((await runner.flushOnce({ hurry: true })).waitsForLine).toBe(false);
  });

  test('[OB-31] what waits for a session, and a server that asked for quiet, are not asked for', async () => {
    const { queue, line, runner, now } = openCounter();
    await queue(1);
    line.next({ kind: 'refused', code: 'unauthenticated' });
    expect((await runner.flushOnce()).waitsForLine).toBe(false);
    line.next({ kind: 'busy', retryAfterMs: 60_000 });
    const report = await runner.flushOnce({ hurry: true });
    expect(report).toMatchObject({ waitsForLine: false, reason: 'server-busy' });
    expect(report.quietUntil).toBeGreaterThanOrEqual(now() + 60_000);
    await queue(2);
    expect((await runner.flushOnce()).waitsForLine).toBe(false);
  });

  test('[OB-31] files that wait for a line are asked for too', async () => {
    const files = { sendNext: async () => ({ wait: 'no-line' as const }) };
    expect((await openCounter({ files }).runner.flushOnce()).waitsForLine).toBe(true);
  });
});

describe('when the server asks to be left alone', () => {
  test('[OB-12] no context sends anything before the time it named, hurried or not', async () => {
    const { queue, line, runner, tab, pass, states } = openCounter();
    await queue(1);
    line.next({ kind: 'busy', retryAfterMs: 120_000 });
    expect(await runner.flushOnce()).toMatchObject({ end: 'waits', reason: 'server-busy' });
    await queue(2);
    pass(119_000);
    for (const runs of [runner, tab('worker')])
      expect(await runs.flushOnce({ hurry: true })).toMatchObject({ end: 'quiet', exchanges: 0 });
    expect(line.requests).toHaveLength(1);
    pass(60_000);
    await runner.flushOnce();
    expect(await states()).toEqual(['received', 'received']);
  });

  test('[OB-12] a time beyond an hour is cut to an hour', async () => {
    const { queue, line, runner, pass, states } = openCounter();
    await queue(1);
    line.next({ kind: 'busy', retryAfterMs: 10 * 365 * 86_400_000 });
    await runner.flushOnce();
    pass(66 * 60_000);
    await runner.flushOnce();
    expect(await states()).toEqual(['received']);
  });

  test('[OB-13] hurry does not override an item that the server made wait', async () => {
    const { queue, server, runner, item, line } = openCounter();
    await queue(1);
    server.refusals.set(idOf(1), { code: 'rate-limited' });
    await runner.flushOnce();
    await runner.flushOnce({ hurry: true });
    expect(await item(1)).toMatchObject({ state: 'waiting', reason: 'server-busy', attempts: 1 });
    expect(line.requests.at(-1)?.submissions).toEqual([]);
  });
});

describe('when the clock is set back', () => {
  test('[OB-24] waits, silences and leases from the future are over', async () => {
    const { queue, line, runner, pass, states, store } = openCounter();
    await queue(1, 2);
    line.next({ kind: 'busy', retryAfterMs: 60_000 });
    await runner.flushOnce();
    await store.update([idOf(2)], ({ v, id, submission, queuedAt, attempts }) => ({
      v,
      id,
      submission,
      queuedAt,
      attempts,
      state: 'sending',
      lease: { owner: 'gone', until: 1_800_000_060_000 },
    }));
    pass(-20 * 365 * 86_400_000);
    await runner.flushOnce();
    expect(await states()).toEqual(['received', 'received']);
  });
});

describe('refusals', () => {
  test('[OB-16] when a whole request is refused, the item to blame is found and the others arrive', async () => {
    const counter = openCounter();
    await counter.queue(...Array.from({ length: 20 }, (_, n) => n));
    const strict = {
      ...counter.line,
      send: async (request: Parameters<typeof counter.line.send>[0]) => {
        counter.line.requests.push(request);
        const poisoned = request.submissions.some(({ id }) => id === idOf(13));
        return poisoned
          ? ({ ok: false, problem: { type: 'refused', problem: { code: 'malformed-request' } } } as const)
          : ({ ok: true, value: counter.server.answer(request) } as const);
      },
    };
    const report = await counter.tab('strict', strict).flushOnce();
    expect(report).toMatchObject({ end: 'done', refused: [idOf(13)] });
    expect(report.received).toHaveLength(19);
    expect(await counter.item(13)).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'malformed-request' },
    });
    expect(report.exchanges).toBeLessThanOrEqual(12);
  });

  test('[OB-16] when the line goes while halves are sent, none stays held', async () => {
    const { queue, line, runner, states } = openCounter();
    await queue(1, 2, 3, 4);
    line.next({ kind: 'refused', code: 'malformed-request' }, { kind: 'request-lost' });
    expect(await runner.flushOnce()).toMatchObject({ end: 'waits' });
    expect(await states()).toEqual(Array(4).fill('waiting'));
  });

  test.each(['unauthenticated', 'device-revoked', 'forbidden', 'cross-site'] as const)(
    '[OB-17] %s blames no item: all wait for a session',
    async (code) => {
      const { queue, line, runner, item, states } = openCounter();
      await queue(1, 2);
      line.next({ kind: 'refused', code });
      await runner.flushOnce();
      expect(await states()).toEqual(['waiting', 'waiting']);
      expect(await item(1)).toMatchObject({ reason: 'session-needed' });
      expect(line.requests).toHaveLength(1);
    },
  );

  test('[OB-28] an item the server wants again at once is shown after five attempts', async () => {
    const { queue, server, runner, item, pass } = openCounter();
    await queue(1);
    server.refusals.set(idOf(1), { code: 'unknown-key' });
    for (let n = 1; n <= 5; n++) {
      await runner.flushOnce();
      expect((await item(1)).state).toBe(n < 5 ? 'waiting' : 'needs-attention');
      pass(20 * 60_000);
    }
    expect(await item(1)).toMatchObject({ problem: { code: 'unknown-key' } });
  });

  test('[OB-15] an answer with a false receipt moves nothing but its items', async () => {
    const { queue, server, line, runner, item, store, pass } = openCounter();
    await queue(1);
    await runner.flushOnce();
    server.decide(idOf(1), 'accepted');
    await queue(2);
    const before = await store.position();
    line.next({ kind: 'forged' });
    await runner.flushOnce();
    expect(await store.position()).toEqual(before);
    expect(await store.caseStates()).toMatchObject([{ status: 'received' }]);
    expect(await item(2)).toMatchObject({ state: 'waiting', reason: 'not-our-server' });
    for (let n = 0; n < 4; n++) {
      line.next({ kind: 'forged' });
      pass(20 * 60_000);
      await runner.flushOnce();
    }
    expect(await item(2)).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'receipt-not-verified' },
    });
  });

  test('[OB-26] a person lets an item go again, and its waits start anew', async () => {
    const { queue, server, runner, item, store, now } = openCounter();
    await queue(1);
    server.refusals.set(idOf(1), { code: 'validation-failed' });
    await runner.flushOnce();
    server.refusals.clear();
    expect(await askAgain({ store, clock: now }, idOf(1))).toMatchObject({
      ok: true,
      value: { state: 'queued', attempts: 0 },
    });
    await runner.flushOnce();
    expect((await item(1)).state).toBe('received');
    expect(await askAgain({ store, clock: now }, idOf(1))).toEqual({
      ok: false,
      problem: { type: 'not-possible' },
    });
    expect(await askAgain({ store, clock: now }, idOf(99))).toMatchObject({ ok: false });
  });
});
