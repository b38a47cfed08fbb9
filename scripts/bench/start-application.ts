import type { Page } from '@playwright/test';

/** Presses what starts an application and whatever asks in between; resolves with the form's address. */
export async function startApplication(page: Page): Promise<string> {
  await page.locator('main').getByRole('button').last().waitFor({ timeout: 30_000 });
  for (let presses = 0; presses < 4 && !page.url().includes('/apply'); presses++) {
    await page.locator('dialog[open], main').getByRole('button').last().click();
    await page.waitForURL(/\/apply/, { timeout: 10_000 }).catch(() => undefined);
  }
  if (!page.url().includes('/apply')) throw new Error('no application could be started');
  await page.locator('main input').first().waitFor();
  return page.url();
}
