import { afterEach, expect, test, vi } from 'vitest';
import { exchange, type Line } from './exchange';
import { silenceMs } from './silence';

test.each([
  ['one application', 'POST', 1500, 0, 15_000],
  ['a question without a body', 'GET', 0, 60_000, 15_000],
  ['the first after a while, perhaps on a new connection', 'GET', 0, 60_001, 30_000],
  ['the first of all', 'POST', 1500, Number.POSITIVE_INFINITY, 30_000],
  ['one after the clock was set back', 'POST', 1500, -1, 30_000],
  ['a batch', 'POST', 54_000, 0, 30_000],
  ['a piece of a file', 'PATCH', 32 * 1024, 0, 30_000],
  ['its last bytes: the server writes the whole file before it answers', 'PATCH', 10, 0, 30_000],
])('mode 33: %s', (_, method, bytes, answeredAgo, ms) => {
  expect(silenceMs({ method, bytes, answeredAgo })).toBe(ms);
});

test('mode 33: every call has time for a line of 8 kbit/s and 800 ms', () => {
  for (const bytes of [0, 1500, 4096, 24 * 1024, 32 * 1024]) {
    const air = 800 + bytes;
    // What exchange.ts adds for sending: 2 bytes a millisecond.
    expect(silenceMs({ method: 'POST', bytes, answeredAgo: 0 }) + bytes / 2).toBeGreaterThan(air);
  }
});

afterEach(() => vi.useRealTimers());

test('mode 33: a small call has 30 s until the server answered, 15 s in the minute after that', async () => {
  vi.useFakeTimers();
  let isDead = true;
  const line: Line = {
    fetch: (_, init) =>
      isDead
        ? new Promise((_resolve, reject) =>
            init?.signal?.addEventListener('abort', () => reject(new TypeError('silence'))),
          )
        : Promise.resolve(new Response('{}')),
    origin: '',
    now: Date.now,
  };
  const givenUpAfter = async () => {
    const begun = Date.now();
    const said = exchange(line, { method: 'GET', path: '/' }).then(({ ok }) => ({
      ok,
      ms: Date.now() - begun,
    }));
    await vi.advanceTimersByTimeAsync(60_000);
    return said;
  };
  expect(await givenUpAfter()).toEqual({ ok: false, ms: 30_000 });
  isDead = false;
  await exchange(line, { method: 'GET', path: '/' });
  isDead = true;
  expect(await givenUpAfter()).toEqual({ ok: false, ms: 15_000 });
  await vi.advanceTimersByTimeAsync(1);
  expect(await givenUpAfter()).toEqual({ ok: false, ms: 30_000 });
});
