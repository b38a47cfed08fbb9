import { expect } from '@playwright/test';
import { test } from './fixtures/test';

test('a second window that is opened while the app is being made ready says when it is', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(120_000);
  const phone = await newDevice('phone');
  await phone.open('/');
  line.shape({ bitsPerSecond: 100_000, roundTripMs: 400 });
  await phone.page.waitForFunction(async () =>
    Boolean((await navigator.serviceWorker.getRegistration())?.installing),
  );
  const second = await phone.context.newPage();
  await second.goto(`${phone.origin}/`);
  expect(await second.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(false);
  await expect(second.getByText('এই যন্ত্রে লাইন ছাড়াও কাজ চলবে')).toBeVisible({ timeout: 60_000 });
});
