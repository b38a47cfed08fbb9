import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FlushOptions } from '../outbox/runner-deps';
import type { LineState } from './api';
import { createLineProbe } from './line-probe';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(line: { state: LineState }) {
  const asked: number[] = [];
  const flushes: FlushOptions[] = [];
  const probe = createLineProbe({
    ask: async () => {
      asked.push(Date.now());
      return line.state;
    },
    flush: async (options) => void flushes.push(options),
    isSeen: () => true,
    savesData: () => false,
    chance: () => 0.5,
  });
  return { probe, asked, flushes };
}

describe('[OB-31] asking for the server', () => {
  test('is left alone while nothing waits', async () => {
    const { probe, asked } = watched({ state: 'offline' });
    probe.follow(false);
    probe.wake();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked).toEqual([]);
  });

  test('goes on every few seconds while something waits, and what waits goes within 10 s of the first answer', async () => {
    const line: { state: LineState } = { state: 'offline' };
    const { probe, asked, flushes } = watched(line);
    probe.follow(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked.length).toBeGreaterThanOrEqual(7);
    expect(flushes).toEqual([]);
    line.state = 'online';
    await vi.advanceTimersByTimeAsync(10_000);
    expect(flushes).toEqual([{ hurry: true, afterFailure: true }]);
    probe.follow(false);
    asked.length = 0;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked).toEqual([]);
  });

  test('becomes rare when the server answers and does not take the work; what it made wait is not hurried', async () => {
    const { probe, asked, flushes } = watched({ state: 'online' });
    probe.follow(true);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(flushes.every(({ afterFailure }) => afterFailure === false)).toBe(true);
  });
});
