import { describe, expect, test } from 'vitest';
import { type Exchange, nextBatchBytes } from './air-time';

const start = 24 * 1024;
/** Runs `count` full batches over a line of `bytesPerSecond` with a round trip of `rttMs`. */
function settle(bytesPerSecond: number, rttMs: number, count = 12): { bytes: number; seconds: number } {
  let history: readonly Exchange[] = [];
  const took = (bytes: number) => rttMs + (bytes / bytesPerSecond) * 1000;
  for (let n = 0; n < count; n++) {
    const bytes = nextBatchBytes(history);
    history = [...history, { bytes, ms: took(bytes), answered: true }];
  }
  const bytes = nextBatchBytes(history);
  return { bytes, seconds: took(bytes) / 1000 };
}

describe('[OB-8] the size of a batch', () => {
  test('begins at 24 KiB', () => {
    expect(nextBatchBytes([])).toBe(start);
  });
  test.each([
    [50, 800],
    [100, 1000],
    [200, 400],
    [400, 400],
  ])('settles at 5 to 8 s of air at %i kbit/s and %i ms', (kbits, rtt) => {
    const { seconds } = settle((kbits * 1000) / 8, rtt);
    expect(seconds).toBeGreaterThanOrEqual(5);
    expect(seconds).toBeLessThanOrEqual(8);
  });
  test('halves when nothing came back, down to 2 KiB', () => {
    const lost = (count: number) =>
      Array<Exchange>(count).fill({ bytes: start, ms: 20_000, answered: false });
    expect(nextBatchBytes(lost(1))).toBe(start / 2);
    expect(nextBatchBytes([...lost(3), ...lost(20)])).toBe(2048);
  });
  test('gets through a line of 16 kbit/s that drops every 20 s', () => {
    let history: readonly Exchange[] = [];
    let through = 0;
    for (let n = 0; n < 12; n++) {
      const bytes = nextBatchBytes(history);
      const ms = 1000 + bytes / 2;
      const answered = ms < 20_000;
      if (answered) through += bytes;
      history = [...history, { bytes, ms: Math.min(ms, 20_000), answered }];
    }
    expect(through).toBeGreaterThan(60_000);
  });
  test('is not judged by a small quick batch', () => {
    expect(nextBatchBytes([{ bytes: 600, ms: 900, answered: true }])).toBe(start);
    expect(nextBatchBytes([{ bytes: 0, ms: 30_000, answered: true }])).toBeGreaterThanOrEqual(2048);
  });
  test('stays between 2 KiB and 512 KiB', () => {
    expect(settle(10_000_000, 20).bytes).toBe(512 * 1024);
    expect(settle(10, 800).bytes).toBe(2048);
  });
});
