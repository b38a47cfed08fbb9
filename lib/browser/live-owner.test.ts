import { expect, test } from 'vitest';
import { createLiveOwner } from './live-owner';
import { otherWindows } from './other-windows';

/** Locks of one browser, and the end of a page as the browser sees it. */
function browser({ hidden = false } = {}) {
  const held = new Map<string, () => void>();
  const page = () =>
    ({
      request: async (name: string, work: (lock: object) => Promise<unknown>) => {
        await Promise.race([work({}), new Promise<void>((end) => held.set(name, end))]);
        held.delete(name);
      },
      query: async () => ({ held: hidden ? [] : [...held.keys()].map((name) => ({ name })) }),
    }) as unknown as LockManager;
  const end = (name: string) => {
    held.get(name)?.();
    held.delete(name);
  };
  return { page, end };
}

test('a page that lives is not gone, one that was closed is', async () => {
  const { page, end } = browser();
  const first = createLiveOwner(page(), 'page-1');
  const second = createLiveOwner(page(), 'page-2');
  expect(await second.isGone(first.name)).toBe(false);
  end(first.name);
  expect(await second.isGone(first.name)).toBe(true);
  expect(await second.isGone(second.name)).toBe(false);
});

test('nobody judges a context that could never show that it lives', async () => {
  const { page } = browser();
  const blind = createLiveOwner(undefined, 'page-1');
  const seeing = createLiveOwner(page(), 'page-2');
  expect(await seeing.isGone(blind.name)).toBe(false);
  expect(await blind.isGone(seeing.name)).toBe(false);
});

test('a browser that shows no locks, or refuses them, says nothing about others', async () => {
  const others = 'setu-alive-page-9';
  const hiding = createLiveOwner(browser({ hidden: true }).page(), 'page-1');
  expect(await hiding.isGone(others)).toBe(false);
  const refusing = { request: () => Promise.reject(new Error('no')), query: async () => ({ held: [] }) };
  const refused = createLiveOwner(refusing as unknown as LockManager, 'page-1');
  expect(await refused.isGone(others)).toBe(false);
});

test('another window is seen, oneself and the worker are not', async () => {
  const { page, end } = browser();
  const locks = page();
  createLiveOwner(page(), 'page-1');
  createLiveOwner(page(), 'worker-1');
  await expect.poll(async () => (await locks.query()).held?.length).toBe(2);
  expect(await otherWindows(locks, 'page-1')).toBe(false);
  const { name } = createLiveOwner(page(), 'page-2');
  await expect.poll(() => otherWindows(locks, 'page-1')).toBe(true);
  end(name);
  expect(await otherWindows(locks, 'page-1')).toBe(false);
  expect(await otherWindows(undefined, 'page-1')).toBe(false);
});
