import { expect } from '@playwright/test';
import { test } from './fixtures/test';
import { openCounter } from './journeys/counter';
import { layIntoQueue, sealedApplications } from './journeys/sealed-applications';

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
  const deviceCode = await page.evaluate(deviceCodeHere);
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
  await expect.poll(() => page.evaluate(statesHere), { timeout: SOON }).toEqual(['received', 'received']);
});

async function deviceCodeHere(): Promise<string> {
  const open = indexedDB.open('setu-work');
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const get = db.transaction('records').objectStore('records').get('device');
  const row = await new Promise<{ deviceCode: string }>((resolve, reject) => {
    get.onsuccess = () => resolve(get.result);
    get.onerror = () => reject(get.error);
  });
  db.close();
  return row.deviceCode;
}

async function statesHere(): Promise<string[]> {
  const open = indexedDB.open('setu-work');
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const all = db.transaction('outbox').objectStore('outbox').getAll();
  const rows = await new Promise<{ state: string }[]>((resolve, reject) => {
    all.onsuccess = () => resolve(all.result);
    all.onerror = () => reject(all.error);
  });
  db.close();
  return rows.map(({ state }) => state);
}
