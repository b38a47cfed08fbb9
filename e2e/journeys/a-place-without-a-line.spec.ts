import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Device } from '../fixtures/device';
import { test } from '../fixtures/test';
import { ServicesPage } from '../pages/services-page';
import { openCounter } from './counter';
import { KHANPUR } from './places';

const PREPARING = 'জায়গার নাম আসছে';
const NOT_HERE = 'জায়গার তালিকা এখনো এই যন্ত্রে আসেনি';

/** Opens a form and gives the search box of its first address. */
async function searchBox(counter: Device): Promise<Locator> {
  await counter.open('/');
  const services = new ServicesPage(counter.page);
  await services.find('চারিত্রিক সনদ', 'নাগরিকত্ব ও চারিত্রিক সনদ');
  const form = await services.begin();
  const address = form.section('ঠিকানা').group('বর্তমান ঠিকানা');
  return address.getByRole('combobox', { name: 'জায়গার নাম লিখে খুঁজুন' });
}

const firstOption = (page: Page): Locator =>
  page.getByRole('option').filter({ visible: true }).filter({ hasText: 'শেরপুর, বগুড়া' }).first();

/** As on a line so slow that the whole country was still on its way when it was cut. */
const forgetCountry = (page: Page) =>
  page.evaluate(async () => {
    for (const name of await caches.keys()) await (await caches.open(name)).delete('/places/unions.json');
  });

/** Packs of places are held back or refused to this device's pages until they are let in. */
async function holdPlaces(device: Device, first: 'held' | 'refused'): Promise<void> {
  await device.context.addInitScript((mode) => {
    const real = window.fetch.bind(window);
    const gate = new Promise((letPlacesIn) => Object.assign(window, { placesMode: mode, letPlacesIn }));
    window.fetch = async (input, init) => {
      if (String(input).startsWith('/places/')) {
        if (Reflect.get(window, 'placesMode') === 'refused') throw new TypeError('refused');
        await gate;
      }
      return real(input, init);
    };
  }, first);
}

const letPlacesIn = (page: Page) =>
  page.evaluate(() => {
    Object.assign(window, { placesMode: 'held' });
    (Reflect.get(window, 'letPlacesIn') as () => void)();
  });

for (const mode of ['refused', 'silent'] as const)
  test(`a device that is said to be ready knows the unions of its district, the line ${mode} that very moment`, async ({
    line,
    newDevice,
  }) => {
    test.setTimeout(150_000);
    const counter = await newDevice('counter');
    await openCounter(counter);
    line.cut(mode);
    await forgetCountry(counter.page);
    const box = await searchBox(counter);
    await box.fill(KHANPUR.typed);
    await expect(firstOption(counter.page)).toBeVisible();
  });

test('what is typed while the names are still coming says so and finds them without another key', async ({
  line,
  newDevice,
}) => {
  const counter = await newDevice('counter');
  await openCounter(counter);
  line.cut();
  await holdPlaces(counter, 'held');
  const { page } = counter;
  const box = await searchBox(counter);
  await box.fill(KHANPUR.typed);
  await expect(page.getByRole('status').filter({ hasText: PREPARING }).first()).toBeVisible();
  await box.press('Enter');
  await letPlacesIn(page);
  await expect(firstOption(page)).toBeVisible();
  await box.press('Enter');
  await expect(box).toHaveValue('');
});

test('names that did not come are said to be missing, tried again, and found by whoever comes back to the box', async ({
  newDevice,
}) => {
  const counter = await newDevice('counter');
  await openCounter(counter);
  await holdPlaces(counter, 'refused');
  const { page } = counter;
  const box = await searchBox(counter);
  await box.fill(KHANPUR.typed);
  await expect(page.getByRole('status').filter({ hasText: NOT_HERE }).first()).toBeVisible();
  await box.press('Tab');
  await letPlacesIn(page);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.keyboard.press('Shift+Tab');
  await expect(box).toHaveValue(KHANPUR.typed);
  await expect(firstOption(page)).toBeVisible();
});
