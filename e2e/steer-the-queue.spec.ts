import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { test } from './fixtures/test';
import { violationsOn } from './journeys/axe';
import { openCounter } from './journeys/counter';
import { oneApplication } from './journeys/one-application';
import { layIntoQueue, sealedApplications } from './journeys/sealed-applications';
import { readDevice } from './outbox-on-disk';
import { BoardPage } from './pages/board-page';
import { LockPage } from './pages/lock-page';
import { ServicesPage } from './pages/services-page';

const press = async (within: Locator | Page, name: string) => {
  const button = within.getByRole('button', { name, exact: true });
  await button.focus();
  await button.press('Enter');
};

test('an application is held, let go, taken back and brought back, with the keyboard alone', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  await openCounter(counter);
  const { page, origin } = counter;
  const { deviceCode } = await readDevice(page);
  const [first, second, third] = await sealedApplications(origin, { deviceCode, count: 3 });
  if (!first || !second || !third) throw new Error('three were asked for');
  line.cut();
  await layIntoQueue(page, [first, second, third]);
  await counter.open('/board');
  const board = new BoardPage(page);
  const row = (one: { readonly trackingCode: string }) => board.row(one.trackingCode);
  await expect(row(first)).toContainText('লাইন নেই', { timeout: 20_000 });

  await press(row(first), 'বিস্তারিত');
  await expect(row(first)).toContainText('কোনো উত্তর আসেনি');
  await press(row(first), 'থামিয়ে রাখুন');
  await expect(row(first)).toContainText('আপনি থামিয়ে রেখেছেন');
  expect(await violationsOn(page, 'board with details')).toEqual([]);

  await press(row(second), 'বিস্তারিত');
  await press(row(second), 'ফিরিয়ে নিন');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('হয়তো পৌঁছে গেছে');
  expect(await violationsOn(page, 'question before taking back')).toEqual([]);
  await press(dialog, 'ফাইল ছাড়াই');
  await expect(board.group('ফিরিয়ে নেওয়া')).toHaveCount(0);
  await press(dialog, 'হ্যাঁ, ফিরিয়ে নিন');
  await expect(board.group('ফিরিয়ে নেওয়া').getByRole('listitem')).toContainText(second.trackingCode);

  line.restore();
  await expect(row(third)).toContainText('পৌঁছেছে', { timeout: 30_000 });
  await page.reload();
  await expect(row(first)).toContainText('আপনি থামিয়ে রেখেছেন');
  await expect(row(second)).toContainText('আর পাঠানো হবে না');

  await press(row(first), 'বিস্তারিত');
  await press(row(first), 'ছেড়ে দিন');
  await press(row(second), 'বিস্তারিত');
  await press(row(second), 'ফেরত আনুন');
  for (const one of [first, second])
    await expect(board.group('পৌঁছেছে').filter({ hasText: one.trackingCode })).toBeVisible({
      timeout: 30_000,
    });
});

test('one application is saved to a file by itself before it is taken back', async ({ line, newDevice }) => {
  test.setTimeout(120_000);
  const counter = await newDevice('counter');
  await openCounter(counter);
  const { page, origin } = counter;
  const { deviceCode } = await readDevice(page);
  const applications = await sealedApplications(origin, { deviceCode, count: 2 });
  line.cut();
  await layIntoQueue(page, applications);
  await counter.open('/board');
  const row = new BoardPage(page).row(applications[0]?.trackingCode ?? '');
  await press(row, 'বিস্তারিত');
  await press(row, 'ফিরিয়ে নিন');
  const download = page.waitForEvent('download');
  await press(page.getByRole('dialog'), 'ফাইলে তুলে ফিরিয়ে নিন');
  expect((await download).suggestedFilename()).toContain('sheba-setu-unsent');
  await expect(row).toContainText('আর পাঠানো হবে না');
});

test('the slip of what was taken back says so, and promises nothing', async ({ line, newDevice }) => {
  test.setTimeout(120_000);
  const counter = await newDevice('counter');
  await openCounter(counter);
  const { page } = counter;
  line.cut();
  const { code } = await oneApplication(counter, 'মরিয়ম আক্তার');
  await expect(page.getByRole('article', { name: 'সাময়িক রসিদ' })).toContainText('লাইন এলে নিজে থেকেই যাবে');
  await counter.open('/board');
  const row = new BoardPage(page).row(code);
  await press(row, 'বিস্তারিত');
  await press(row, 'থামিয়ে রাখুন');
  await row.getByRole('link', { name: 'রসিদ' }).click();
  await expect(page.getByRole('article')).toContainText('এখন থেমে আছে');
  await counter.open('/board');
  await press(row, 'বিস্তারিত');
  await press(row, 'ফিরিয়ে নিন');
  await press(page.getByRole('dialog'), 'ফাইল ছাড়াই');
  await press(page.getByRole('dialog'), 'হ্যাঁ, ফিরিয়ে নিন');
  await row.getByRole('link', { name: 'রসিদ' }).click();
  const slip = page.getByRole('article', { name: 'ফিরিয়ে নেওয়া আবেদন' });
  await expect(slip).toContainText(code);
  await expect(slip).not.toContainText('লাইন এলে');
  await expect(slip).not.toContainText('যত্নে রাখুন');
});

test('who is signed out finds the lock before every page, and signs in from there', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(120_000);
  const counter = await newDevice('counter');
  await openCounter(counter);
  const { page } = counter;
  line.cut();
  await counter.open('/');
  const services = new ServicesPage(page);
  await services.find('চারিত্রিক সনদ', 'নাগরিকত্ব ও চারিত্রিক সনদ');
  await services.begin();
  await counter.open('/settings');
  await page.getByRole('button', { name: 'বের হোন' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'বের হোন' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await counter.open('/board');
  await expect(new LockPage(page).heading).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'পাসওয়ার্ড দিয়ে প্রবেশ করুন' }).click();
  await page.waitForURL(/\/sign-in/);
  await expect(page.getByLabel('ব্যবহারকারীর নাম')).toBeVisible();
});
