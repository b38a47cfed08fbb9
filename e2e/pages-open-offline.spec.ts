import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './fixtures/test';

/** The pages of the build, from the build: none can be forgotten here. */
const pages = Object.entries(
  JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8')).routes as Record<string, unknown>,
)
  .map(([route]) => route)
  .filter((route) => !route.startsWith('/_'));

test('every page, also one never visited, opens with the line cut, and its query stays', async ({
  line,
  newDevice,
}) => {
  const device = await newDevice('phone');
  await device.open('/');
  await device.waitUntilOfflineReady();
  line.cut();
  for (const path of pages) {
    await test.step(path, async () => {
      const response = await device.page.goto(`${device.origin}${path}?from=test`);
      expect(response?.status()).toBe(200);
      await expect(device.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      expect(new URL(device.page.url()).search).toBe('?from=test');
    });
  }
});

test('after the browser was killed and restarted without a line every page still opens', async ({
  line,
  newDevice,
}) => {
  const device = await newDevice('phone');
  await device.open('/');
  await device.waitUntilOfflineReady();
  line.cut();
  await device.killAndRestart();
  for (const path of pages) {
    await device.open(path);
    await expect(device.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  }
});

test('a captive portal is never taken for the app', async ({ line, newDevice }) => {
  const device = await newDevice('phone');
  await device.open('/');
  await device.waitUntilOfflineReady();
  line.cut('captive-portal');
  for (const path of pages) {
    await device.open(path);
    await expect(device.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(device.page.getByText('hotel network')).toHaveCount(0);
  }
});

test('a portal during installation stores nothing; the app installs when the line is ours again', async ({
  line,
  newDevice,
}) => {
  const device = await newDevice('phone');
  line.cut('captive-portal');
  await device.open('/');
  await expect(device.page.getByText('hotel network')).toBeVisible();
  expect(await device.page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  line.restore();
  await device.open('/');
  await device.waitUntilOfflineReady();
});

test('a moment without a line between two pages goes unnoticed: soft navigation works', async ({
  line,
  newDevice,
}) => {
  const device = await newDevice('phone');
  await device.open('/');
  await device.waitUntilOfflineReady();
  line.cut();
  const board = device.page.getByRole('link', { name: 'আজকের কাজ' }).first();
  await device.page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  await board.click();
  await device.page.waitForURL('**/board');
  await expect(device.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  expect(await device.page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);
});
