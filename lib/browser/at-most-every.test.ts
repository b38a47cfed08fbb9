import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atMostEvery } from './at-most-every';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first is heard at once, those that follow once together, and then it is quiet', () => {
  const work = vi.fn();
  const ask = atMostEvery(1000, work);
  ask();
  expect(work).toHaveBeenCalledTimes(1);
  for (let key = 0; key < 6; key += 1) {
    vi.advanceTimersByTime(120);
    ask();
  }
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(280);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60_000);
  expect(work).toHaveBeenCalledTimes(2);
});

test('after a pause it is heard at once again', () => {
  const work = vi.fn();
  const ask = atMostEvery(1000, work);
  ask();
  vi.advanceTimersByTime(1000);
  ask();
  expect(work).toHaveBeenCalledTimes(2);
});
