import { expect, test } from 'vitest';
import { silenceMs } from './silence';

test.each([
  ['one application', 'POST', 1500, 15_000],
  ['a question without a body', 'GET', 0, 15_000],
  ['a batch', 'POST', 54_000, 30_000],
  ['a piece of a file', 'PATCH', 32 * 1024, 30_000],
  ['its last bytes: the server writes the whole file before it answers', 'PATCH', 10, 30_000],
])('mode 33: %s', (_, method, bytes, ms) => {
  expect(silenceMs({ method, bytes })).toBe(ms);
});

test('mode 33: every call has time for a line of 8 kbit/s and 800 ms', () => {
  for (const bytes of [0, 1500, 4096, 24 * 1024, 32 * 1024]) {
    const air = 800 + bytes;
    // What exchange.ts adds for sending: 2 bytes a millisecond.
    expect(silenceMs({ method: 'POST', bytes }) + bytes / 2).toBeGreaterThan(air);
  }
});
