import { expect } from '@playwright/test';
import { test } from './fixtures/test';
import { ApplicationForm } from './pages/application-form';

test('with the line cut a citizen learns what to bring, and begins with what was said', async ({
  line,
  newDevice,
}) => {
  const phone = await newDevice('phone');
  const page = await phone.open('/');
  await phone.waitUntilOfflineReady();
  await expect(page.getByText('জন্ম নিবন্ধন', { exact: true })).toBeVisible();
  line.cut();

  const card = page.getByRole('listitem').filter({ has: page.getByText('জন্ম নিবন্ধন', { exact: true }) });
  await card.getByRole('link', { name: 'কী লাগবে' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'কী কী আনতে হবে' })).toBeVisible();
  const sheet = page.getByRole('article', { name: 'জন্ম নিবন্ধন' });
  const maybe = sheet.getByRole('list').nth(1);
  await expect(maybe).toContainText('টিকা (ইপিআই) কার্ড');
  await page.getByRole('radio', { name: 'স্থায়ী ঠিকানা' }).check();
  const born = page.getByRole('group', { name: 'জন্ম তারিখ' });
  for (const [box, typed] of [
    ['দিন', '১'],
    ['মাস', '১'],
    ['সাল', '২০০১'],
  ] as const)
    await born.getByLabel(box).fill(typed);
  await expect(page.getByText('তালিকা পুরো হয়েছে।')).toBeVisible();
  await expect(sheet.getByRole('list').first()).toContainText('শিক্ষা সনদ');
  await expect(sheet.getByText('৳৫০')).toBeVisible();
  expect(new URL(page.url()).search).toBe('?id=birth-registration&view=bring');

  await page.getByRole('button', { name: 'আবেদন শুরু করুন' }).click();
  const asked = page.getByRole('dialog', { name: 'এই যন্ত্রে কে কাজ করবেন?' });
  await asked.getByRole('button', { name: 'আমি নিজের জন্য আবেদন করব' }).click();
  await asked.getByRole('button', { name: 'এখন লিখে রাখি' }).click();
  const form = new ApplicationForm(page);
  await form.isOpen();
  await expect(page.getByRole('radio', { name: 'স্থায়ী ঠিকানা' })).toBeChecked();
});
