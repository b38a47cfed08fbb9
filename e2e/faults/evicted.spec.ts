import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Device } from '../fixtures/device';
import { test } from '../fixtures/test';
import { openCounter } from '../journeys/counter';
import { readStates } from '../outbox-on-disk';
import { LockPage } from '../pages/lock-page';
import { once, recorded } from './books';
import { inApp } from './put-app-in-page';
import { openForActions, readyCounter, smallPicture } from './ready-counter';

/** As a browser short of room or a cleaning program does it, from outside, under open pages. */
async function evict({ context, page, origin }: Device, storageTypes: string): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
  await session.detach();
}

/** Every page of the counter shows what it is, behind its PIN where the worker is gone that knew the key; none is blank, and none waits for ever. */
async function allPagesOpen(counter: Device): Promise<void> {
  for (const [path, heading] of [
    ['/board', 'আজকের কাজ'],
    ['/settings', 'আরও'],
    ['/', 'কোন সেবা লাগবে?'],
  ] as const) {
    const page = await counter.open(path);
    const lock = new LockPage(page);
    await expect(async () => {
      if (await lock.pin.isVisible()) await lock.unlock();
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
    await expect(page.getByRole('main').getByText('আনা হচ্ছে…')).toHaveCount(0);
  }
}

const waiting = async (page: Page) =>
  Object.values(await readStates(page)).filter((state) => state !== 'received').length;

test('mode 6: caches or worker evicted under a waiting queue: nothing of the queue is touched, it is sent, and the app opens off line again', async ({
  server,
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  const deviceCode = await readyCounter(counter);
  const { page } = counter;
  let sent = 0;
  for (const [gone, count] of [
    ['cache_storage', 3],
    ['service_workers', 1],
    ['cache_storage,service_workers', 0],
  ] as const)
    await test.step(`${gone} with ${count} waiting`, async () => {
      line.cut();
      await openForActions(counter);
      await inApp(page, 'handIn', count, await smallPicture());
      sent += count;
      await evict(counter, gone);
      expect(await waiting(page)).toBe(count);
      line.restore();
      await allPagesOpen(counter);
      await expect.poll(() => waiting(page), { timeout: 30_000 }).toBe(0);
      expect(await recorded(server.databaseUrl, deviceCode)).toEqual(once(sent));
      await counter.waitUntilOfflineReady();
      await expect.poll(() => page.evaluate(filesKept), { timeout: 30_000 }).toBe(true);
      line.cut();
      await allPagesOpen(counter);
    });
});

/** Whether the device has pages to open with and the files of the screen. */
async function filesKept(): Promise<boolean> {
  const own = performance.getEntriesByType('resource').map(({ name }) => name);
  const files = own.filter((name) => /_next\/static\/.*\.(js|css)/.test(name));
  const kept = await Promise.all(
    files.map(async (name) => (await caches.match(name)) ?? (await caches.match(new URL(name).pathname))),
  );
  return kept.every(Boolean) && Boolean(await caches.match('/__shell/board?segment=html'));
}

test('mode 6: the databases or everything evicted: the app begins anew, says that nobody works here, and takes work again', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  await readyCounter(counter);
  const { page } = counter;
  for (const [gone, count] of [
    ['indexeddb', 2],
    ['all', 1],
  ] as const)
    await test.step(`${gone} with ${count} waiting`, async () => {
      line.cut();
      await openForActions(counter);
      await inApp(page, 'handIn', count, await smallPicture());
      await counter.open('/board');
      await expect.poll(() => waiting(page)).toBe(count);
      await evict(counter, gone);
      line.restore();
      await allPagesOpen(counter);
      await counter.open('/settings');
      await expect(page.getByRole('main')).toContainText('এই যন্ত্রে এখনো কেউ কাজ শুরু করেননি।');
      await openCounter(counter);
      line.cut();
      await openForActions(counter);
      await inApp(page, 'handIn', 1, await smallPicture());
      expect(await waiting(page)).toBe(1);
      line.restore();
      await counter.open('/board');
      await expect.poll(() => waiting(page), { timeout: 30_000 }).toBe(0);
    });
});

/** The app writes down beside its database what waits; nobody can look into a window that is gone before. */
const noted = (page: Page) => page.evaluate(() => localStorage.getItem('setu-queue-ledger') ?? '');

test('mode 6: what an eviction took is named at the next contact, and goes from the board by a decision only', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(180_000);
  const counter = await newDevice('counter');
  await readyCounter(counter);
  const { page } = counter;
  const main = page.getByRole('main');
  const row = (code: string) => main.getByRole('listitem').filter({ hasText: code });
  /** The page asks by itself once a minute; an operator who waits for an answer presses. */
  const askUntil = async (isSeen: () => Promise<boolean>) =>
    expect
      .poll(
        async () => {
          await main.getByRole('button', { name: 'এখনই পাঠান' }).click();
          return isSeen();
        },
        { intervals: [3_000], timeout: 90_000 },
      )
      .toBe(true);
  const lay = async (count: number) => {
    await openForActions(counter);
    return inApp(page, 'handIn', count, await smallPicture());
  };

  await test.step('the databases: the browser still knows what was there', async () => {
    line.cut();
    const codes = await lay(2);
    await counter.open('/board');
    for (const code of codes) await expect.poll(() => noted(page), { timeout: 30_000 }).toContain(code);
    await evict(counter, 'indexeddb');
    line.restore();
    await openCounter(counter);
    await counter.open('/board');
    for (const code of codes) await expect(row(code)).toBeVisible({ timeout: 90_000 });
    await expect(main).toContainText('২টি আবেদন এই কেন্দ্রের যন্ত্রে সারিতে ছিল, কিন্তু কখনো পৌঁছায়নি');
    await expect(row(codes[0] ?? '')).toContainText('নাগরিকত্ব ও চারিত্রিক সনদ');
    await expect.poll(async () => JSON.parse(await noted(page)).lost, { timeout: 90_000 }).toEqual([]);
    await page.reload();
    await row(codes[0] ?? '')
      .getByRole('button', { name: 'আবার আবেদন করেছি' })
      .click();
    await expect(row(codes[0] ?? '')).toHaveCount(0);
    await row(codes[1] ?? '')
      .getByRole('button', { name: 'আর লাগবে না' })
      .click();
    await expect(main).not.toContainText('কখনো পৌঁছায়নি');
  });

  await test.step('everything, cookies too: the centre knows what the device had said', async () => {
    line.cut();
    const [code = ''] = await lay(1);
    await counter.open('/board');
    await row(code).getByRole('button', { name: 'বিস্তারিত' }).click();
    await row(code).getByRole('button', { name: 'থামিয়ে রাখুন' }).click();
    await expect(row(code)).toContainText('আপনি থামিয়ে রেখেছেন');
    line.restore();
    // Held, so it stays here; the next exchange of a page says that it does.
    let isTold = false;
    page.on('response', (answer) => {
      isTold ||= answer.url().endsWith('/api/v1/sync') && Boolean(answer.headers()['setu-never-arrived']);
    });
    await page.reload();
    await askUntil(async () => isTold);
    await evict(counter, 'all');
    await counter.context.clearCookies();
    await openCounter(counter);
    await counter.open('/board');
    await askUntil(() => row(code).isVisible());
    await expect(main).toContainText('১টি আবেদন এই কেন্দ্রের আরেক যন্ত্রে ছিল, এখনো পৌঁছায়নি');
  });
});
