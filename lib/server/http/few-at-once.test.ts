import { describe, expect, it } from 'vitest';
import { createFewAtOnce, type FewAtOnce } from './few-at-once';

function hold(few: FewAtOnce) {
  let end: () => void = () => undefined;
  let begun = false;
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  const said = few.run(() => {
    begun = true;
    return until;
  });
  return { said, end: () => end(), hasBegun: () => begun };
}

describe('a few at once', () => {
  it('lets so many work, the next when one has ended, and turns away who finds the queue full', async () => {
    const few = createFewAtOnce({ atWork: 2, mostWaiting: 1, longestWait: 60_000 });
    const [a, b, c] = [hold(few), hold(few), hold(few)];
    expect(await hold(few).said).toEqual({ ok: false, problem: { type: 'too-many' } });
    expect([a, b, c].map((one) => one.hasBegun())).toEqual([true, true, false]);
    a.end();
    await a.said;
    c.end();
    expect(await c.said).toMatchObject({ ok: true });
    b.end();
    await b.said;
    const after = [hold(few), hold(few)];
    expect(after.map((one) => one.hasBegun())).toEqual([true, true]);
    for (const one of after) one.end();
    await Promise.all(after.map((one) => one.said));
  });

  it('tells who has waited too long, and keeps no place for him', async () => {
    const few = createFewAtOnce({ atWork: 1, mostWaiting: 5, longestWait: 1 });
    const first = hold(few);
    expect(await hold(few).said).toEqual({ ok: false, problem: { type: 'too-many' } });
    first.end();
    await first.said;
    const next = hold(few);
    expect(next.hasBegun()).toBe(true);
    next.end();
    await next.said;
  });

  it('passes a failure on and goes on working', async () => {
    const few = createFewAtOnce({ atWork: 1, mostWaiting: 5, longestWait: 60_000 });
    const failing = few.run(() => Promise.reject(new Error('the database is gone')));
    await expect(failing).rejects.toThrow('the database is gone');
    expect(await few.run(async () => 1)).toEqual({ ok: true, value: 1 });
  });
});
