import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { ServicesPage } from '../../e2e/pages/services-page';
import { SignInPage } from '../../e2e/pages/sign-in-page';
import type { TourStep } from './step';

/** From a new machine to the page of a service. */
export const ARRIVAL_STEPS: readonly TourStep[] = [
  {
    id: 'sign-in',
    title: 'Signing in',
    label: 'প্রবেশ',
    caption: 'The operator signs in once while there is a line. A citizen on an own phone needs no account.',
    go: async (stage) => {
      const page = await (await stage.counter()).open('/sign-in');
      await page.getByLabel('ব্যবহারকারীর নাম').fill('shiuli');
      await page.getByLabel('পাসওয়ার্ড', { exact: true }).fill('setu-demo-2026');
      return page;
    },
  },
  {
    id: 'enrol',
    title: 'Adding the machine',
    label: 'যন্ত্র যোগ করা',
    caption:
      'A new machine is added to the centre and gets a code of its own, so that its tracking codes are unique without asking anybody.',
    go: async (stage) => {
      const { page } = await stage.counter();
      await new SignInPage(page).signIn('shiuli');
      await page.getByLabel('যন্ত্রের নাম').fill('সামনের টেবিল');
      return page;
    },
  },
  {
    id: 'home-off-line',
    title: 'Home, with the line cut',
    label: 'সেবার তালিকা',
    caption:
      'The line is gone and everything opens all the same. The badge says what the server answered, not what the browser believes.',
    go: async (stage) => {
      const counter = await stage.counter();
      await new SignInPage(counter.page).enrolCounter('সামনের টেবিল');
      await counter.waitUntilOfflineReady();
      await expect(counter.page.getByText('এই যন্ত্রে লাইন ছাড়াও কাজ চলবে')).toBeVisible({ timeout: 60_000 });
      stage.line.cut();
      await counter.open('/');
      await expect(counter.page.getByText('লাইন নেই')).toBeVisible({ timeout: 60_000 });
      return counter.page;
    },
  },
  {
    id: 'search-bangla',
    title: 'Search in Bangla',
    label: 'বাংলায় খোঁজা',
    caption: 'Services are found on the device, also with a spelling that is a little off.',
    go: async (stage) => {
      const { page } = await stage.counter();
      await search(page, 'জন্ম নিবন্দন');
      return page;
    },
  },
  {
    id: 'search-latin',
    title: 'Search in English or Latin letters',
    label: 'ইংরেজি অক্ষরে খোঁজা',
    caption: 'The same in English, or in Bangla typed with Latin letters.',
    go: async (stage) => {
      const { page } = await stage.counter();
      await search(page, 'jonmo nibondhon');
      return page;
    },
  },
  {
    id: 'service',
    title: 'What a service needs',
    label: 'সেবার পাতা',
    caption:
      'Who may apply, which papers, what it costs, how long it takes: said before work starts, with what is not confirmed marked as such.',
    go: async (stage) => {
      const { page } = await stage.counter();
      await new ServicesPage(page).find('জন্ম নিবন্ধন', 'জন্ম নিবন্ধন');
      return page;
    },
  },
];

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').or(page.getByLabel('সেবা খুঁজুন')).fill(words);
  await expect(page.getByRole('region', { name: 'সেবাগুলো' }).getByRole('status')).toContainText('পাওয়া গেছে');
}
