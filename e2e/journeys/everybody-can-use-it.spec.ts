import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Device } from '../fixtures/device';
import { test } from '../fixtures/test';
import { DeskPage } from '../pages/desk-page';
import { ServicesPage } from '../pages/services-page';
import { SignInPage } from '../pages/sign-in-page';
import { SlipPage } from '../pages/slip-page';
import { violationsOn } from './axe';
import { openCounter } from './counter';
import { oneApplication } from './one-application';

const SIZES = [
  { width: 360, height: 640 },
  { width: 1366, height: 768 },
] as const;
const LANGUAGES = [
  { lang: 'bn', turnTo: null },
  { lang: 'en', turnTo: 'English' },
] as const;

test('no screen has a barrier, in either language, on phone and PC', async ({ newDevice }) => {
  test.setTimeout(300_000);
  const counter = await newDevice('counter');
  await openCounter(counter);
  const slip = await oneApplication(counter, 'মাহফুজা আক্তার');
  const slipAddress = new URL(counter.page.url()).search;
  await new SlipPage(counter.page).toBoard();
  await expect(counter.page.getByText('সব কাগজ পৌঁছেছে (৩টি)')).toBeVisible({ timeout: 30_000 });
  await counter.open('/service?id=birth-registration');
  await new ServicesPage(counter.page).begin();
  const draft = new URL(counter.page.url()).search;
  const office = await newDevice('counter');
  await office.open('/sign-in');
  await new SignInPage(office.page).signIn('officer');
  await office.page.waitForURL('**/desk');
  const caseAddress = await (await new DeskPage(office.page).find(slip.code)).getAttribute('href');
  const stranger = await newDevice('phone');

  const found: string[] = [];
  await everyLook(counter, async (look) => {
    for (const path of [
      '/',
      '/service?id=birth-registration',
      '/service?id=birth-registration&view=bring',
      `/review${draft}`,
      `/slip${slipAddress}`,
      '/board',
      '/settings',
      '/nowhere',
    ])
      found.push(...(await look(path)));
    found.push(...(await look(`/apply${draft}&section=office`)));
    found.push(...(await formScreens(counter.page)));
  });
  await everyLook(office, async (look) => {
    for (const path of ['/desk', caseAddress ?? '']) found.push(...(await look(path)));
  });
  await everyLook(stranger, async (look) => {
    for (const path of ['/sign-in', '/board', '/settings', '/carry', `/track#c=${slip.code}&k=${slip.check}`])
      found.push(...(await look(path)));
    found.push(...(await look('/service?id=khatian-copy')));
    await stranger.page.getByRole('button', { name: /^(আবেদন শুরু করুন|Start)/ }).click();
    await expect(stranger.page.getByRole('dialog')).toBeVisible();
    found.push(...(await bothSizes(stranger.page, 'who applies')));
  });
  expect([...new Set(found)]).toEqual([]);
});

type Look = (path: string) => Promise<readonly string[]>;

async function everyLook(device: Device, visit: (look: Look) => Promise<void>): Promise<void> {
  const { page } = device;
  for (const { lang, turnTo } of LANGUAGES) {
    await device.open('/');
    // hydrated: the page says how the line is
    await expect(page.getByRole('banner').getByRole('status')).toHaveText(/^(লাইন আছে|Online)/);
    if (turnTo) await page.getByRole('banner').getByRole('button', { name: turnTo }).click();
    await visit(async (path) => {
      await device.open(path);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      return bothSizes(page, `${path} ${lang}`);
    });
  }
}

async function bothSizes(page: Page, screen: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    found.push(...(await violationsOn(page, `${screen} ${size.width}`)));
  }
  return found;
}

/** Every step of the form that is open, each with the errors of an empty screen on the phone; then all at once, on the PC too. */
async function formScreens(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  await page.setViewportSize(SIZES[0]);
  const next = page.getByRole('button', { name: /^(পরের ধাপ|Next)$/ });
  const later = page.getByRole('button', { name: /^(পরে ঠিক করব, এগিয়ে যাই|Mend it later, go on)$/ });
  await expect(next).toBeVisible();
  while (await next.isVisible()) {
    const step = await page.getByRole('heading', { level: 2 }).first().textContent();
    await next.click();
    if (await later.isVisible()) {
      found.push(...(await violationsOn(page, `form with errors: ${step}`)));
      await later.click();
    } else found.push(...(await violationsOn(page, `form after: ${step}`)));
  }
  await page.getByRole('button', { name: /^(মিলিয়ে দেখা|Review)$/ }).click();
  found.push(...(await bothSizes(page, 'form, everything missing')));
  return found;
}
