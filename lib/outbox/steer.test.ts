import { describe, expect, test } from 'vitest';
import { chooseBatch } from './batch';
import type { OutboxItem } from './item';
import { summariseQueue } from './queue-summary';
import { type SteeringEvent, steer } from './steer';
import { openCounter } from './testing/counter';
import { createFakeLine } from './testing/fake-line';
import { idOf, makeItem } from './testing/make-item';
import { transition } from './transition';
import { buryWithdrawn, mayHaveArrived } from './withdrawal';

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;
const settled = () => new Promise((done) => setTimeout(done));

function opened() {
  const counter = openCounter();
  const { store, now } = counter;
  const person = (n: number, event: SteeringEvent) => steer({ store, clock: now }, idOf(n), event);
  return { ...counter, person };
}

/** A flush that has sent its items and hears nothing until it is told to. */
function stuckFlush({ tab, server }: ReturnType<typeof opened>, fault: 'none' | 'request-lost') {
  let release = () => {};
  const line = createFakeLine(server, () => new Promise((done) => (release = done)));
  line.next({ kind: fault });
  const flush = tab('stuck', line).flushOnce();
  return {
    end: async () => {
      const again = setInterval(() => release());
      await flush;
      clearInterval(again);
    },
  };
}

describe('an item that a person holds', () => {
  test('[OB-32] is not sent, hurried or asked for; the others go, and it goes when it is let go', async () => {
    const { queue, person, runner, item, line, pass } = opened();
    await queue(1, 2);
    expect(await person(1, { type: 'hold-asked' })).toMatchObject({ ok: true, value: { held: true } });
    for (let n = 0; n < 3; n++) {
      const report = await runner.flushOnce({ hurry: true, afterFailure: true });
      expect(report).toMatchObject({ waitsForLine: false, nextTryAt: null });
      pass(3_600_000);
    }
    expect(await item(1)).toMatchObject({ state: 'queued', held: true, attempts: 0 });
    expect((await item(2)).state).toBe('received');
    expect(line.requests.flatMap(({ submissions }) => submissions.map(({ id }) => id))).toEqual([idOf(2)]);
    await person(1, { type: 'hold-ended' });
    expect(await item(1)).not.toHaveProperty('held');
    await runner.flushOnce();
    expect((await item(1)).state).toBe('received');
  });

  test('[OB-32] stays held when it was on its way and comes back, and its late receipt ends the holding', async () => {
    for (const fault of ['request-lost', 'none'] as const) {
      const counter = opened();
      await counter.queue(1);
      const flush = stuckFlush(counter, fault);
      await settled();
      await counter.person(1, { type: 'hold-asked' });
      await flush.end();
      const after = await counter.item(1);
      if (fault === 'none') expect(after).not.toHaveProperty('held');
      else {
        expect(after).toMatchObject({ state: 'waiting', held: true });
        await counter.runner.flushOnce({ hurry: true });
      }
      expect((await counter.item(1)).state).toBe(fault === 'none' ? 'received' : 'waiting');
    }
  });

  test('[OB-32] whose flusher died is free of the lease and still held', () => {
    const lease = { owner: 'gone', until: NOW - 1 };
    const sending: OutboxItem = { ...makeItem(1), state: 'sending', lease, held: true };
    const free = transition(sending, { type: 'reclaimed' }, NOW);
    expect(free).toMatchObject({ state: 'queued', held: true });
    expect(chooseBatch([free], { now: NOW, bytes: 9999, except: new Set() })).toEqual([]);
  });

  test('[OB-26] goes at once when a person sends it now', async () => {
    const { queue, person, runner, item } = opened();
    await queue(1);
    await person(1, { type: 'hold-asked' });
    expect(await person(1, { type: 'retry-asked' })).toMatchObject({ ok: true });
    await runner.flushOnce();
    expect((await item(1)).state).toBe('received');
    expect(await person(1, { type: 'hold-asked' })).toEqual({ ok: false, problem: { type: 'not-possible' } });
  });
});

describe('an item that a person took back', () => {
  test('[OB-33] is never sent, stays in the list, and says when and by whom', async () => {
    const { queue, person, runner, item, line, now, pass } = opened();
    await queue(1);
    const at = now();
    await person(1, { type: 'withdrawn', by: 'user:7' });
    for (let n = 0; n < 3; n++) {
      pass(3_600_000);
      await runner.flushOnce({ hurry: true, afterFailure: true });
      expect(await person(1, { type: 'retry-asked' })).toMatchObject({ ok: false });
    }
    const problem = { code: 'withdrawn', at, by: 'user:7', mayHaveArrived: false };
    expect(await item(1)).toMatchObject({ state: 'needs-attention', problem });
    expect(line.requests.flatMap(({ submissions }) => submissions)).toEqual([]);
  });

  test('[OB-33] while it was on its way may have arrived, and its receipt makes it received', async () => {
    const counter = opened();
    await counter.queue(1);
    const flush = stuckFlush(counter, 'none');
    await settled();
    await counter.person(1, { type: 'withdrawn', by: 'citizen' });
    expect(await counter.item(1)).toMatchObject({ problem: { mayHaveArrived: true } });
    await flush.end();
    expect((await counter.item(1)).state).toBe('received');
    expect(await counter.person(1, { type: 'withdrawn', by: 'citizen' })).toMatchObject({ ok: false });
  });

  test.each([
    ['never sent', {}, false],
    ['sent by a build that did not note when', { attempts: 1 }, true],
    ['let go again after an answer that was lost', { attempts: 0, triedAt: NOW }, true],
    [
      'refused by the server',
      { attempts: 1, state: 'needs-attention', problem: { code: 'conflict' } },
      false,
    ],
    [
      'given a false receipt',
      { attempts: 5, state: 'needs-attention', problem: { code: 'receipt-not-verified' } },
      true,
    ],
  ] as const)('[OB-33] %s: may have arrived %o %s', (_, over, expected) => {
    expect(mayHaveArrived({ ...makeItem(1), ...over } as OutboxItem)).toBe(expected);
  });

  test('[OB-33] keeps its sealed bytes for 30 days; [OB-34] until then it is queued again as it was', async () => {
    const { queue, person, runner, item } = opened();
    await queue(1);
    await person(1, { type: 'withdrawn', by: 'citizen' });
    const withdrawn = await item(1);
    const at =
      withdrawn.state === 'needs-attention' && withdrawn.problem.code === 'withdrawn'
        ? withdrawn.problem.at
        : 0;
    expect(buryWithdrawn(withdrawn, at + 30 * DAY)).toBe(withdrawn);
    const buried = buryWithdrawn(withdrawn, at + 30 * DAY + 1);
    expect(buried.submission).toMatchObject({
      trackingCode: withdrawn.submission.trackingCode,
      sealed: { ct: '' },
    });
    expect(transition(buried, { type: 'withdrawal-undone' }, NOW)).toBe(buried);
    expect(await person(1, { type: 'withdrawal-undone' })).toMatchObject({ value: { state: 'queued' } });
    await runner.flushOnce();
    expect((await item(1)).state).toBe('received');
  });

  test('[OB-33] a receipt after its bytes are gone leaves nothing to be offered again', () => {
    const withdrawn = transition(makeItem(1), { type: 'withdrawn', by: 'citizen' }, NOW);
    const receipt = { jws: 'x', seq: 1, epoch: 'e1', at: '2026-11-22T04:42:00Z' };
    const late = transition(
      buryWithdrawn(withdrawn, NOW + 31 * DAY),
      { type: 'receipt-verified', receipt },
      NOW,
    );
    expect(late).toMatchObject({ state: 'received', released: true });
    expect(transition(late, { type: 'epoch-changed', epoch: 'e2' }, NOW)).toBe(late);
  });
});

test('[OB-30] held and withdrawn items are counted once, by themselves, and have no next try', () => {
  const held = transition(makeItem(1), { type: 'hold-asked' }, NOW);
  const withdrawn = transition(makeItem(2), { type: 'withdrawn', by: 'citizen' }, NOW);
  expect(summariseQueue([held, withdrawn], NOW)).toEqual({
    waiting: 0,
    held: 1,
    attention: 0,
    withdrawn: 1,
    received: 0,
    nextTryAt: null,
  });
});
