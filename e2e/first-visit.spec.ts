import { expect } from '@playwright/test';
import { test } from './fixtures/test';

const CODE = /_next\/static\/chunks\/app\/page-/;

test('on a first visit the services stand there before the code, and what is typed meanwhile is searched for', async ({
  newDevice,
}) => {
  const { page, origin } = await newDevice('phone');
  let letCodeCome = (): void => undefined;
  const allowed = new Promise<void>((resolve) => {
    letCodeCome = resolve;
  });
  await page.route(CODE, async (route) => {
    await allowed;
    await route.continue();
  });
  await page.goto(`${origin}/`, { waitUntil: 'commit' });
  const services = page.getByRole('region', { name: 'সেবাগুলো' }).getByRole('listitem');
  await expect(services).toHaveCount(15);
  await page.getByLabel('সেবা খুঁজুন').pressSequentially('porcha');
  await expect(services).toHaveCount(15);
  letCodeCome();
  await expect(services.first()).toContainText('খতিয়ানের');
});
