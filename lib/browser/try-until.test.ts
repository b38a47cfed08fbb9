import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tryUntil } from './try-until';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what fails is tried again, ever more rarely, and what came out is left alone', async () => {
  let comesOut = false;
  const work = vi.fn(async () => comesOut);
  await tryUntil(work).tried;
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(3_600_000);
  // never more than five minutes apart
  expect(work.mock.calls.length).toBeGreaterThan(12);
  comesOut = true;
  await vi.advanceTimersByTimeAsync(300_000);
  const tries = work.mock.calls.length;
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(work).toHaveBeenCalledTimes(tries);
});

test('one that throws has failed; the line that is back does not wait for the next time', async () => {
  const work = vi.fn<() => Promise<boolean>>().mockRejectedValueOnce(new Error('no')).mockResolvedValue(true);
  const trying = tryUntil(work);
  await trying.tried;
  trying.now();
  await vi.advanceTimersByTimeAsync(0);
  expect(work).toHaveBeenCalledTimes(2);
  trying.now();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(work).toHaveBeenCalledTimes(2);
});

test('the line that is back while a try hangs is not forgotten, and the pauses begin anew', async () => {
  const work = vi.fn(() => new Promise<boolean>((said) => setTimeout(() => said(false), 90_000)));
  const trying = tryUntil(work);
  await vi.advanceTimersByTimeAsync(345_000);
  const before = work.mock.calls.length;
  trying.now();
  await vi.advanceTimersByTimeAsync(90_000);
  expect(work).toHaveBeenCalledTimes(before + 1);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(work).toHaveBeenCalledTimes(before + 2);
});

test('one under way is not begun a second time, and a stopped one rests', async () => {
  const work = vi.fn(() => new Promise<boolean>((said) => setTimeout(() => said(false), 1000)));
  const trying = tryUntil(work);
  trying.now();
  expect(work).toHaveBeenCalledTimes(1);
  trying.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(work).toHaveBeenCalledTimes(1);
});
