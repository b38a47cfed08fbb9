import { describe, expect, it } from 'vitest';
import { createGate, type Gate, type GateLimits } from './gate';

const LIMITS: GateLimits = { atWork: 2, longestWait: 100, freeLoad: 3, perCaller: 5, msPerUnit: 10 };

function aGate(limits: Partial<GateLimits> = {}) {
  const time = { now: 0 };
  const gate = createGate({ ...LIMITS, ...limits }, { clock: () => time.now, chance: () => 0.5 });
  return { gate, time };
}

/** Work that ends when it is told to. */
function hold(gate: Gate, caller: string, weight = 1) {
  let end: () => void = () => undefined;
  let begun = false;
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  const said = gate.run({ caller, weight }, () => {
    begun = true;
    return until;
  });
  return { said, end: () => end(), hasBegun: () => begun };
}

describe('a gate', () => {
  it('lets so many work at once, and the next when one has ended, in order', async () => {
    const { gate } = aGate();
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((caller) => hold(gate, caller));
    await Promise.resolve();
    expect([a, b, c, d].map((one) => one?.hasBegun())).toEqual([true, true, false, false]);
    b?.end();
    expect(await b?.said).toMatchObject({ ok: true });
    await Promise.resolve();
    await Promise.resolve();
    expect([c, d].map((one) => one?.hasBegun())).toEqual([true, false]);
    for (const one of [a, c, d]) one?.end();
    await Promise.all([a, c, d].map((one) => one?.said));
    expect(d?.hasBegun()).toBe(true);
  });

  it('turns away at once who would wait too long, and spreads them over the time that all need', async () => {
    const { gate } = aGate();
    const busy = [hold(gate, 'a', 600), hold(gate, 'b', 400)];
    const first = await hold(gate, 'c', 1000).said;
    // 2000 units of 10 ms are 20 s: half of it is drawn, after at least a second
    expect(first).toEqual({ ok: false, problem: { type: 'unavailable', retryAfterSeconds: 11 } });
    const second = await hold(gate, 'd', 1000).said;
    expect(second).toEqual({ ok: false, problem: { type: 'unavailable', retryAfterSeconds: 16 } });
    for (const one of busy) one.end();
    await Promise.all(busy.map((one) => one.said));
    const after = hold(gate, 'c');
    after.end();
    expect(await after.said).toMatchObject({ ok: true });
  });

  it('counts who was turned away once, and no more when he is in', async () => {
    const { gate } = aGate();
    const busy = [hold(gate, 'a', 600), hold(gate, 'b', 400)];
    for (const _ of [1, 2, 3])
      expect(await hold(gate, 'c', 1000).said).toMatchObject({ problem: { retryAfterSeconds: 11 } });
    for (const one of busy) one.end();
    await Promise.all(busy.map((one) => one.said));
    const again = [hold(gate, 'c', 1000), hold(gate, 'a', 1)];
    // c is inside: 1001 units, and 1000 of d; of 8.1 ms each, since the first two took no time at all
    expect(await hold(gate, 'd', 1000).said).toMatchObject({ problem: { retryAfterSeconds: 10 } });
    for (const one of again) one.end();
    await Promise.all(again.map((one) => one.said));
  });

  it('serves a first caller however heavy his load is', async () => {
    const { gate } = aGate();
    const one = hold(gate, 'a', 1_000_000);
    one.end();
    expect(await one.said).toMatchObject({ ok: true });
  });

  it('turns nobody away for a little, however slow it is', async () => {
    const { gate } = aGate({ msPerUnit: 1_000_000 });
    const few = ['a', 'b', 'c'].map((caller) => hold(gate, caller));
    expect(await hold(gate, 'd').said).toMatchObject({ problem: { type: 'unavailable' } });
    for (const one of few) one.end();
    for (const one of few) expect(await one.said).toMatchObject({ ok: true });
  });

  it('keeps one caller from filling it alone', async () => {
    const { gate } = aGate({ perCaller: 3 });
    const mine = [1, 2, 3].map(() => hold(gate, 'a'));
    expect(await hold(gate, 'a').said).toMatchObject({ problem: { type: 'rate-limited' } });
    const other = hold(gate, 'b');
    for (const one of [...mine, other]) one.end();
    expect(await other.said).toMatchObject({ ok: true });
    await Promise.all(mine.map((one) => one.said));
    const again = hold(gate, 'a');
    again.end();
    expect(await again.said).toMatchObject({ ok: true });
  });

  it('learns how long the work takes', async () => {
    const { gate, time } = aGate({ atWork: 1, freeLoad: 1 });
    for (let n = 0; n < 60; n++) {
      const one = hold(gate, 'a');
      time.now += 500;
      one.end();
      await one.said;
    }
    const busy = hold(gate, 'a');
    expect(await hold(gate, 'b').said).toMatchObject({ problem: { type: 'unavailable' } });
    busy.end();
    await busy.said;
  });

  it('passes a failure on and goes on working', async () => {
    const { gate } = aGate({ atWork: 1 });
    const failing = gate.run({ caller: 'a', weight: 1 }, async () => {
      throw new Error('the database is gone');
    });
    await expect(failing).rejects.toThrow('the database is gone');
    const next = hold(gate, 'a');
    next.end();
    expect(await next.said).toMatchObject({ ok: true });
  });

  it('forgets who was turned away long ago, and the oldest of very many', async () => {
    const { gate, time } = aGate({ freeLoad: 1 });
    const busy = [hold(gate, 'a', 600), hold(gate, 'b', 400)];
    const waitOf = async (caller: string, weight: number) => {
      const said = await hold(gate, caller, weight).said;
      return said.ok ? 0 : said.problem.retryAfterSeconds;
    };
    await waitOf('heavy', 10_000);
    time.now = 29_000;
    // 1000 inside, 10,001 turned away, 10 ms each, half of it drawn
    expect(await waitOf('c', 1)).toBe(57);
    time.now = 31_000;
    expect(await waitOf('c', 1)).toBe(7);
    await waitOf('heavy', 10_000);
    for (let n = 0; n < 4096; n++) await waitOf(`one of many ${n}`, 1);
    expect(await waitOf('one of many 0', 1)).toBe(1 + Math.ceil((5096 * 10) / 1000 / 2));
    for (const one of busy) one.end();
    await Promise.all(busy.map((one) => one.said));
  });
});
