import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFlushLock } from './flush-lock';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('who may flush', () => {
  test('a second context steps back while the holder gives signs of life, however long it takes', async () => {
    const { locks, channel } = browser();
    const holder = createFlushLock({ locks, channel: channel(), now: Date.now });
    const other = createFlushLock({ locks, channel: channel(), now: Date.now });
    void holder.run(() => new Promise(() => undefined));
    for (let minute = 0; minute < 3; minute += 1) {
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await other.run(async () => 'flushed')).toBe('busy');
    }
  });

  test('a frozen holder is passed over after two missed signs', async () => {
    const { locks, channel } = browser();
    void locks.request('setu-flush', {}, () => new Promise(() => undefined));
    const other = createFlushLock({ locks, channel: channel(), now: Date.now });
    expect(await other.run(async () => 'flushed')).toBe('busy');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await other.run(async () => 'flushed')).toBe('busy');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await other.run(async () => 'flushed')).toBe('flushed');
  });

  test('a holder that fails lets the next one in', async () => {
    const { locks, channel } = browser();
    const lock = createFlushLock({ locks, channel: channel(), now: Date.now });
    await expect(lock.run(() => Promise.reject(new Error('store')))).rejects.toThrow('store');
    expect(await lock.run(async () => 'flushed')).toBe('flushed');
  });

  test('without Web Locks it runs: leases keep order', async () => {
    const lock = createFlushLock({ locks: undefined, channel: undefined, now: Date.now });
    expect(await lock.run(async () => 'flushed')).toBe('flushed');
  });
});

/** One browser's locks and channel, in memory. */
function browser() {
  let holder: object | null = null;
  const request = async (
    _: string,
    options: { readonly steal?: boolean },
    work: (lock: object | null) => Promise<unknown>,
  ) => {
    if (holder !== null && !options.steal) return work(null);
    const mine = {};
    holder = mine;
    try {
      return await work(mine);
    } finally {
      if (holder === mine) holder = null;
    }
  };
  const listeners: { readonly owner: object; readonly hear: () => void }[] = [];
  const channel = () => {
    const owner = {};
    return {
      addEventListener: (_: string, hear: () => void) => void listeners.push({ owner, hear }),
      postMessage: () => {
        for (const one of listeners) if (one.owner !== owner) one.hear();
      },
    } as unknown as BroadcastChannel;
  };
  return { locks: { request } as unknown as LockManager, channel };
}
