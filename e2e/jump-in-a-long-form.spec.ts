import { expect } from '@playwright/test';
import { test } from './fixtures/test';
import { ServicesPage } from './pages/services-page';

test('a press on a section brings it up and the keyboard into it, also when it was not drawn yet', async ({
  newDevice,
}) => {
  const counter = await newDevice('counter');
  await counter.open('/service?id=epassport-application');
  const { page } = counter;
  await new ServicesPage(page).beginAsCitizen();
  const rail = page.getByRole('navigation', { name: 'ফরমের অংশ' });
  for (const name of ['সঙ্গে দেওয়ার কাগজ', 'ঠিকানা', 'পাসপোর্ট অফিস']) {
    await rail.getByRole('button', { name }).click();
    const section = page.getByRole('region', { name });
    await expect(section.locator(':focus')).toHaveCount(1);
    await expect(section.getByRole('heading', { level: 2 })).toBeInViewport();
  }

  await page.reload();
  const left = page.getByRole('region', { name: 'পাসপোর্ট অফিস' });
  await expect(left.locator(':focus')).toHaveCount(1);
  await expect(left.getByRole('heading', { level: 2 })).toBeInViewport();
  await rail.getByRole('button', { name: 'সঙ্গে দেওয়ার কাগজ' }).click();
  await rail.getByRole('button', { name: 'ঠিকানা' }).click();
  // longer than the first press may wait for its section
  await page.waitForTimeout(2000);
  await expect(page.getByRole('region', { name: 'ঠিকানা' }).locator(':focus')).toHaveCount(1);
});
