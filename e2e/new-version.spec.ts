import { expect } from '@playwright/test';
import type { Device } from './fixtures/device';
import { test } from './fixtures/test';

/** A worker of another address is for the browser what a later build's is: one that replaces the one in charge. */
const serverHasNewVersion = (device: Device) =>
  device.page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js?later', { updateViaCache: 'none' });
  });

const workers = (device: Device) =>
  device.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return { active: registration?.active?.state, waiting: registration?.waiting?.state };
  });

test('a new version waits until it is asked for', async ({ newDevice }) => {
  const device = await newDevice('phone');
  await device.open('/');
  await device.waitUntilOfflineReady();
  await device.page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  await serverHasNewVersion(device);
  await expect
    .poll(() => workers(device), { timeout: 30_000 })
    .toEqual({ active: 'activated', waiting: 'installed' });
  expect(await device.page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);

  await device.page.evaluate(async () => {
    (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage({ type: 'SKIP_WAITING' });
  });
  await expect
    .poll(() => workers(device), { timeout: 30_000 })
    .toEqual({ active: 'activated', waiting: undefined });
});
