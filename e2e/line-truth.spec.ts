import { expect } from '@playwright/test';
import { test } from './fixtures/test';
import { openCounter } from './journeys/counter';
import { layIntoQueue, sealedApplications } from './journeys/sealed-applications';
import { readDevice, readStates } from './outbox-on-disk';

/** Generous on a busy machine; what is aimed at is 10 s. */
const SOON = 15_000;

test('a server that goes away while the network stays is seen, and what waits arrives by itself when it is back', async ({
  server,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  await openCounter(counter);
  const { page, origin } = counter;
  const { deviceCode } = await readDevice(page);
  const submissions = await sealedApplications(origin, { deviceCode, count: 2 });
  const badge = page.getByRole('banner').getByRole('status').first();
  await expect(badge).toHaveText('লাইন আছে');

  await server.killApp();
  await layIntoQueue(page, submissions);
  // Laid in from outside: the page is told as handing in tells it.
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(badge).toHaveText(/লাইন নেই|সার্ভার বন্ধ/, { timeout: SOON });

  // The waits of the queue have grown beyond what is asked for here.
  await page.waitForTimeout(20_000);
  await server.startApp();
  await expect(badge).toHaveText('লাইন আছে', { timeout: SOON });
  await expect
    .poll(() => async () => Object.values(await readStates(page)), { timeout: SOON })
    .toEqual(['received', 'received']);
});
