import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Device } from './fixtures/device';
import { test } from './fixtures/test';
import { characterCertificate } from './journeys/character-certificate';
import { openCounter } from './journeys/counter';
import { photo } from './journeys/paper';
import { readStates } from './outbox-on-disk';
import type { ApplicationForm } from './pages/application-form';
import { ReviewPage } from './pages/review-page';
import { ServicesPage } from './pages/services-page';

const MB = 1024 * 1024;

/** A counter whose browser lets the app keep so much. Said before anything is stored: Chromium remembers for half a minute how much there was. */
async function smallCounter(counter: Device, quotaSize: number): Promise<ApplicationForm> {
  const session = await counter.context.newCDPSession(counter.page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: counter.origin, quotaSize });
  await openCounter(counter);
  await expect.poll(() => partsOf(counter.page, 'reserve'), { timeout: 30_000 }).toBe(20);
  await counter.open('/');
  const services = new ServicesPage(counter.page);
  await services.find('চারিত্রিক সনদ', 'নাগরিকত্ব ও চারিত্রিক সনদ');
  const form = await services.begin();
  await form.write(await characterCertificate('আসমা আক্তার'));
  await form.isSaved();
  return form;
}

test('on a device without any room a finished application still fits, once, and is sent', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(200_000);
  const counter = await newDevice('counter');
  const form = await smallCounter(counter, 40 * MB);
  line.cut();
  await form.goToReview();
  const review = new ReviewPage(counter.page);
  await review.consentOfCitizenAtCounter();
  await review.chargeTaken('৫০');
  await counter.page.waitForTimeout(1_500);
  await fillUp(counter.page);
  await review.handIn();
  expect(Object.values(await readStates(counter.page))).toHaveLength(1);
  expect(await partsOf(counter.page, 'reserve')).toBe(0);
  line.restore();
  await expect
    .poll(async () => Object.values(await readStates(counter.page)), { timeout: 40_000 })
    .toEqual(['received']);
});

test('where nothing fits any more, a photo and a word are said not to be kept, and nothing that was kept is lost', async ({
  newDevice,
}) => {
  test.setTimeout(200_000);
  const counter = await newDevice('counter');
  const form = await smallCounter(counter, 40 * MB);
  const { page } = counter;
  const before = await form.everyField();
  await drop(page, 'reserve');
  await fillUp(page);

  const group = form.section('সঙ্গে দেওয়ার কাগজ').group('ঠিকানার প্রমাণ').or(form.section('সঙ্গে দেওয়ার কাগজ').root);
  const asked = page.waitForEvent('filechooser');
  await group.getByRole('button', { name: 'ফাইল বাছুন' }).last().click();
  await (await asked).setFiles(await photo('one-too-many.jpg', '#8d6e63', { width: 1600, height: 1200 }));
  await expect(page.getByText('যন্ত্রে জায়গা প্রায় শেষ').first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'ছবি তুলুন' })).toHaveCount(0);

  const father = form.section('ব্যক্তি').root.getByRole('textbox', { name: 'পিতার নাম', exact: true });
  await father.fill('আব্দুল মজিদ তালুকদার '.repeat(40));
  await expect(page.getByText('যন্ত্রে জায়গা নেই। এই পাতা বন্ধ করবেন না।').first()).toBeVisible({
    timeout: 20_000,
  });

  await drop(page, 'filler');
  await father.fill('আব্দুল মজিদ');
  await form.isSaved();
  expect(await form.everyField()).toEqual(before);
});

/** Writes random bytes beside the work until not even half a kilobyte fits. */
async function fillUp(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const open = indexedDB.open('setu-work');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const write = (index: number, size: number) =>
      new Promise<boolean>((resolve) => {
        const data = new Uint8Array(size);
        for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(data.subarray(at, at + 65_536));
        const work = db.transaction('fileParts', 'readwrite', { durability: 'strict' });
        work.objectStore('fileParts').put({ v: 1, attachmentId: 'filler', index, data: data.buffer });
        work.oncomplete = () => resolve(true);
        work.onabort = () => resolve(false);
      });
    let index = Date.now();
    for (const size of [262_144, 65_536, 8_192, 512])
      for (let failures = 0; failures < 3; ) if (!(await write(index++, size))) failures += 1;
    db.close();
  });
}

function drop(page: Page, attachmentId: string): Promise<void> {
  return page.evaluate(async (id) => {
    const open = indexedDB.open('setu-work');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const work = db.transaction('fileParts', 'readwrite');
    work.objectStore('fileParts').delete(IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]));
    await new Promise<void>((resolve, reject) => {
      work.oncomplete = () => resolve();
      work.onabort = () => reject(work.error);
    });
    db.close();
  }, attachmentId);
}

function partsOf(page: Page, attachmentId: string): Promise<number> {
  return page.evaluate(async (id) => {
    const open = indexedDB.open('setu-work');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const count = db.transaction('fileParts').objectStore('fileParts').index('attachmentId').count(id);
    const found = await new Promise<number>((resolve, reject) => {
      count.onsuccess = () => resolve(count.result);
      count.onerror = () => reject(count.error);
    });
    db.close();
    return found;
  }, attachmentId);
}
