import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { Client } from 'pg';
import type { CuttingProxy } from '../cutting-proxy';
import type { Device } from '../fixtures/device';
import { test } from '../fixtures/test';
import { timesStored } from '../journeys/everything-stored';
import { readStates } from '../outbox-on-disk';
import { LockPage } from '../pages/lock-page';
import { SignInPage } from '../pages/sign-in-page';
import { once, recorded } from './books';
import { inApp } from './put-app-in-page';
import { openForActions, readyCounter, smallPicture } from './ready-counter';

const waiting = async (page: Page) =>
  Object.values(await readStates(page)).filter((state) => state !== 'received').length;

const pressSend = async (page: Page) => {
  const button = page.getByRole('button', { name: 'এখনই পাঠান' });
  await button.click();
  await expect(button).toBeEnabled({ timeout: 20_000 });
};

/** Hands in so many without a line, and leaves it cut. */
async function fillQueue(counter: Device, line: CuttingProxy, count: number): Promise<void> {
  line.cut();
  await openForActions(counter);
  await inApp(counter.page, 'handIn', count, await smallPicture());
}

async function signOut(counter: Device): Promise<void> {
  const page = await counter.open('/settings');
  await page.getByRole('button', { name: 'বের হোন' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'বের হোন' }).click();
  await expect(dialog).toBeHidden({ timeout: 20_000 });
}

test('modes 20, 31: a network that answers everything with a page, a way to it or nothing is no receipt, and nothing of it is kept', async ({
  server,
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  const deviceCode = await readyCounter(counter);
  const { page } = counter;
  await fillQueue(counter, line, 3);
  for (const mode of ['captive-portal', 'portal-redirect', 'portal-empty'] as const)
    await test.step(mode, async () => {
      line.cut(mode);
      await counter.open('/board');
      await pressSend(page);
      expect(await waiting(page)).toBe(3);
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update().catch(() => undefined);
      });
      for (const [path, heading] of [
        ['/', 'কোন সেবা লাগবে?'],
        ['/settings', 'আরও'],
        ['/board', 'আজকের কাজ'],
      ] as const) {
        await counter.open(path);
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      }
      await expect(page.getByRole('banner').getByRole('status').first()).toHaveText(/লাইন নেই|সার্ভার বন্ধ/);
    });
  expect(await timesStored(page, 'hotel network')).toBe(0);
  expect(await recorded(server.databaseUrl, deviceCode)).toEqual(once(0));
  line.restore();
  await pressSend(page);
  await expect.poll(() => waiting(page), { timeout: 20_000 }).toBe(0);
  expect(await recorded(server.databaseUrl, deviceCode)).toEqual(once(3));
});

test('modes 17, 18, 22: while a newer version waits, old windows send their queue, open every page and keep an open form; taking it loses nothing', async ({
  server,
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  const deviceCode = await readyCounter(counter);
  const { page, context, origin } = counter;
  await openForActions(counter);
  const draftId = await inApp(page, 'writeApplication', 9, await smallPicture());
  const broken: string[] = [];
  const form = await context.newPage();
  for (const one of [page, form]) one.on('pageerror', (error) => broken.push(String(error)));
  await form.goto(`${origin}/apply?draft=${draftId}`);
  const purpose = form.getByRole('textbox', { name: 'কী কাজে লাগবে' });
  await purpose.fill('চাকরির');
  for (const one of [page, form]) await one.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  const isSame = (one: Page) => one.evaluate(() => 'stillTheSamePage' in window);

  // Each page registers its own worker three seconds after it was loaded at the latest: coming later, that would replace this one.
  await form.waitForTimeout(4_000);
  await page.evaluate(() => navigator.serviceWorker.register('/sw.js?later', { updateViaCache: 'none' }));
  const workers = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return [registration?.active?.scriptURL.split('/').at(-1), registration?.waiting?.state];
    });
  await expect.poll(workers, { timeout: 30_000 }).toEqual(['sw.js', 'installed']);

  line.cut();
  await inApp(page, 'handIn', 3, await smallPicture());
  line.restore();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => waiting(page), { timeout: 30_000 }).toBe(0);
  for (const name of ['সেবা', 'আজকের কাজ', 'আরও']) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await purpose.fill('চাকরির আবেদন');
  expect(await workers()).toEqual(['sw.js', 'installed']);
  expect([await isSame(page), await isSame(form)]).toEqual([true, true]);
  await expect(form.getByText('নতুন সংস্করণ তৈরি')).toHaveCount(0);

  line.cut();
  await inApp(page, 'handIn', 2, await smallPicture());
  await page.evaluate(async () => {
    (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage({ type: 'SKIP_WAITING' });
  });
  await expect.poll(workers, { timeout: 30_000 }).toEqual(['sw.js?later', undefined]);
  expect(await isSame(form)).toBe(true);
  await purpose.fill('চাকরির আবেদন জমা');
  expect(await waiting(page)).toBe(2);
  await counter.open('/board');
  line.restore();
  await pressSend(page);
  await expect.poll(() => waiting(page), { timeout: 30_000 }).toBe(0);
  expect(await recorded(server.databaseUrl, deviceCode)).toEqual(once(5));
  await form.reload();
  await expect(purpose).toHaveValue('চাকরির আবেদন জমা');
  expect(broken).toEqual([]);
});

test('modes 13, 14, 15, 16: a queue outlives another person, every setting and a clock that is years wrong', async ({
  server,
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  const deviceCode = await readyCounter(counter);
  const { page } = counter;
  await test.step('settings', async () => {
    await fillQueue(counter, line, 2);
    await counter.open('/settings');
    await page.getByRole('button', { name: 'English' }).first().click();
    await page.getByRole('button', { name: 'বাংলা' }).first().click();
    await page.getByLabel('একটি আবেদনের সেবামূল্য (টাকা)').fill('৪০');
    await page.getByRole('button', { name: 'রাখুন', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'ফাইলে তুলে রাখুন' }).click();
    await download;
    expect(await waiting(page)).toBe(2);
  });

  await test.step('another person', async () => {
    await signOut(counter);
    for (const path of ['/settings', '/board']) {
      await counter.open(path);
      await expect(new LockPage(page).heading).toBeVisible();
      await expect(page.getByRole('main')).toContainText('২টি আবেদন এই যন্ত্রে অপেক্ষায়।');
      expect(await waiting(page)).toBe(2);
    }
    line.restore();
    await counter.open('/sign-in');
    await new SignInPage(page).signIn('officer');
    await expect(page.getByRole('heading', { level: 1, name: 'দপ্তরের টেবিল' })).toBeVisible();
    await expect.poll(() => waiting(page), { timeout: 30_000 }).toBe(0);
    expect(await recorded(server.databaseUrl, deviceCode)).toEqual(once(2));
  });

  await signOut(counter);
  await counter.open('/sign-in');
  await new SignInPage(page).signIn('shiuli');
  await new LockPage(page).unlock();
  await expect(page.getByRole('heading', { level: 1, name: 'কোন সেবা লাগবে?' })).toBeVisible();
  let sent = 2;
  for (const [date, isSaid, how, year] of [
    ['2006-01-05T09:00:00+06:00', true, 'পিছিয়ে', '২০০৬'],
    ['2037-01-05T09:00:00+06:00', false, 'এগিয়ে', '২০৩৭'],
  ] as const)
    await test.step(`the clock says ${date}`, async () => {
      await fillQueue(counter, line, 1);
      sent += 1;
      await page.clock.setSystemTime(new Date(date));
      await counter.open('/board');
      await expect(page.getByText('এই যন্ত্রের ঘড়ি ঠিক নেই')).toHaveCount(isSaid ? 1 : 0);
      expect(await waiting(page)).toBe(1);
      line.restore();
      await pressSend(page);
      await expect.poll(() => waiting(page), { timeout: 30_000 }).toBe(0);
      expect(await recorded(server.databaseUrl, deviceCode)).toEqual(once(sent));
      expect(await receivedInOtherTimes(server.databaseUrl)).toBe(0);
      // Once the server was heard, both times are said.
      await expect(page.getByText(`এই যন্ত্রের ঘড়ি ${how} আছে`)).toBeVisible();
      await expect(page.getByText(`যন্ত্রে ৫ জানুয়ারি ${year}`)).toBeVisible();
    });
});

/** Applications that the server wrote down with a time that cannot be its own. */
async function receivedInOtherTimes(databaseUrl: string): Promise<number> {
  const books = new Client({ connectionString: databaseUrl });
  await books.connect();
  try {
    const { rows } = await books.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM submissions WHERE abs(extract(epoch FROM now() - received_at)) > 86400',
    );
    return rows[0]?.n ?? -1;
  } finally {
    await books.end();
  }
}
