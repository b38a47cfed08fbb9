import type { Page } from '@playwright/test';
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

  // As after a long day without a server: the next try of the queue itself is minutes away, the page's own a minute.
  await growWaits(page);
  await page.reload();
  await expect(badge).toHaveText(/লাইন নেই|সার্ভার বন্ধ/, { timeout: SOON });
  await page.waitForTimeout(20_000);
  await server.startApp();
  await expect(badge).toHaveText('লাইন আছে', { timeout: SOON });
  await expect
    .poll(async () => Object.values(await readStates(page)), { timeout: SOON })
    .toEqual(['received', 'received']);
});

/** Nine tries behind each item: the wait after the tenth is more than seven minutes (OB-11). */
function growWaits(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const open = indexedDB.open('setu-work');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const write = db.transaction('outbox', 'readwrite');
    const all = write.objectStore('outbox').getAll();
    all.onsuccess = () => {
      for (const row of all.result) write.objectStore('outbox').put({ ...row, attempts: 9 });
    };
    await new Promise<void>((resolve, reject) => {
      write.oncomplete = () => resolve();
      write.onerror = () => reject(write.error);
    });
    db.close();
  });
}
