import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { CuttingProxy } from '../cutting-proxy';
import type { Device } from '../fixtures/device';
import { test } from '../fixtures/test';
import { readStates } from '../outbox-on-disk';
import { once, recorded } from './books';
import { inApp } from './put-app-in-page';
import { openForActions, readyCounter, smallPicture } from './ready-counter';

const SYNC = 'POST /api/v1/sync';
/** More than any lease or silence lasts, and less than an unused counter stays unlocked. */
const LATER = 2 * 60_000;

const sendNow = (page: Page) => page.getByRole('button', { name: 'এখনই পাঠান' }).click();
const unsent = async (page: Page) =>
  Object.values(await readStates(page)).filter((state) => state !== 'received').length;

/** Hands in so many without a line, and leaves it cut. */
async function fillQueue(counter: Device, line: CuttingProxy, count: number): Promise<void> {
  line.cut();
  await openForActions(counter);
  await inApp(counter.page, 'handIn', count, await smallPicture());
}

async function anotherBoard({ context, origin }: Device, initScript?: () => void): Promise<Page> {
  const page = await context.newPage();
  if (initScript) await page.addInitScript(initScript);
  await page.goto(`${origin}/board`);
  await expect(page.getByRole('button', { name: 'এখনই পাঠান' })).toBeEnabled({ timeout: 20_000 });
  return page;
}

/** From the next page on, the clock runs ahead by `window.ahead` milliseconds. */
function clockMayJump(): void {
  const now = Date.now;
  Date.now = () => now() + Number(Reflect.get(globalThis, 'ahead') ?? 0);
}

/** The page stops behind its next request to the server: with the lock and the leases, and nothing it says or hears. */
function stopBehindRequest(): void {
  const ask = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const answer = await ask(input, init);
    // biome-ignore lint/suspicious/noDebugger: the debugger is what holds the page
    if (String(input).includes('/api/v1/sync')) debugger;
    return answer;
  };
}

/** Opens the board in the page so that the page freezes in the middle of its next flush. */
async function openToFreeze(counter: Device) {
  const { page, context } = counter;
  await counter.open('/board');
  await page.evaluate(stopBehindRequest);
  const session = await context.newCDPSession(page);
  await session.send('Debugger.enable');
  const frozen = new Promise<void>((resolve) => session.once('Debugger.paused', () => resolve()));
  const wake = async () => {
    await session.send('Debugger.disable');
    await session.detach();
  };
  return { page, frozen, wake };
}

test('modes 26, 28: what a frozen tab was sending is taken over by another tab, and by the worker; when it wakes nothing changes', async ({
  server,
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  const deviceCode = await readyCounter(counter);
  let sent = 0;
  for (const taker of ['tab', 'worker'] as const)
    await test.step(`taken over by a ${taker}`, async () => {
      await fillQueue(counter, line, 4);
      sent += 4;
      const { page: holder, frozen, wake } = await openToFreeze(counter);
      await expect.poll(() => unsent(holder)).toBe(4);
      line.restore();
      await sendNow(holder);
      await frozen;
      const other = await anotherBoard(counter, clockMayJump);
      await expect.poll(async () => (await recorded(server.databaseUrl, deviceCode)).rows).toBe(sent);
      expect(Object.values(await readStates(other)).filter((state) => state === 'sending')).toHaveLength(4);

      if (taker === 'tab') {
        await sendNow(other);
        // it has to meet the lock before the clock jumps: silence counts from then
        await other.waitForTimeout(500);
        await other.evaluate((ahead) => Object.assign(globalThis, { ahead }), LATER);
        await sendNow(other);
      } else {
        const [worker] = counter.context.serviceWorkers();
        if (!worker) throw new Error('there is no worker');
        const flush = () =>
          other.evaluate(() => navigator.serviceWorker.controller?.postMessage({ type: 'FLUSH' }));
        await worker.evaluate(clockMayJump);
        await flush();
        await other.waitForTimeout(500);
        await worker.evaluate((ahead) => Object.assign(globalThis, { ahead }), LATER);
        await flush();
      }
      // where it met the lock late after all, a frozen holder is passed over after 21 s and the next try
      await expect.poll(() => unsent(other), { timeout: 40_000 }).toBe(0);
      expect(await recorded(server.databaseUrl, deviceCode)).toEqual(once(sent));
      const before = await readStates(other);
      await wake();
      await expect(holder.getByRole('button', { name: 'এখনই পাঠান' })).toBeEnabled({ timeout: 20_000 });
      await holder.waitForTimeout(1_000);
      expect(await readStates(holder)).toEqual(before);
      expect(await recorded(server.databaseUrl, deviceCode)).toEqual(once(sent));
      await other.close();
    });
});

const withoutLocks = () => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });

/** Takes the lock away from whoever sends, again and again. */
function stealTheLock(): void {
  setInterval(
    () =>
      void navigator.locks.request(
        'setu-flush',
        { steal: true },
        () => new Promise((go) => setTimeout(go, 20)),
      ),
    100,
  );
}

test('mode 27: two tabs and the worker send at once, with the lock, with the lock stolen and without locks: each is recorded once', async ({
  server,
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  const deviceCode = await readyCounter(counter);
  const count = 12;
  let sent = 0;
  let alone = 0;
  for (const [how, initScript] of [
    ['alone', undefined],
    ['with the lock', undefined],
    ['with the lock stolen', stealTheLock],
    ['without locks', withoutLocks],
  ] as const)
    await test.step(how, async () => {
      await fillQueue(counter, line, count);
      sent += count;
      const pages = [await anotherBoard(counter, initScript)];
      if (how !== 'alone') pages.push(await anotherBoard(counter, initScript));
      const [first] = pages;
      if (!first) throw new Error('there is no page');
      // the page that filled the queue would send too
      await counter.page.goto('about:blank');
      line.shape({ bitsPerSecond: 1_000_000, roundTripMs: 150 });
      line.resetCounts();
      line.restore();
      await Promise.all([
        ...pages.map(sendNow),
        how !== 'alone' &&
          first.evaluate(() => navigator.serviceWorker.controller?.postMessage({ type: 'FLUSH' })),
      ]);
      await expect.poll(() => unsent(first), { timeout: 40_000 }).toBe(0);
      expect(await recorded(server.databaseUrl, deviceCode)).toEqual(once(sent));
      const requests = line.requests.filter((one) => one.startsWith(SYNC)).length;
      if (how === 'alone') alone = requests;
      // each of the others may ask once what is new
      else expect(requests).toBeLessThanOrEqual(2 * alone + pages.length);
      line.shape(null);
      for (const page of pages) await page.close();
    });
});
