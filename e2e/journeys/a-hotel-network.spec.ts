import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { BoardPage } from '../pages/board-page';
import { SlipPage } from '../pages/slip-page';
import { openCounter } from './counter';
import { oneApplication } from './one-application';

test('a page of a hotel network is no receipt: the application waits and says why, then arrives', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(180_000);
  const counter = await newDevice('counter');
  await openCounter(counter);
  line.cut('captive-portal');
  const slip = await oneApplication(counter, 'রুবেল মিয়া');
  await new SlipPage(counter.page).toBoard();
  const row = new BoardPage(counter.page).row(slip.code);
  await expect(row).toContainText('এই ওয়াই-ফাই অন্য পাতায় নিয়ে যাচ্ছে।', { timeout: 30_000 });
  await counter.page.getByRole('button', { name: 'এখনই পাঠান' }).click();
  await expect(counter.page.getByRole('button', { name: 'এখনই পাঠান' })).toBeEnabled({ timeout: 30_000 });
  await expect(row).toContainText('অপেক্ষায়');
  await expect(row).toContainText('ওয়াই-ফাইয়ের অনুমতি নিন');
  await expect(row).not.toContainText('পৌঁছেছে');
  await expect(counter.page.getByRole('banner').getByRole('status')).toHaveText('লাইন নেই');

  line.restore();
  await expect(row).toContainText(/পৌঁছেছে .*[০-৯]+:[০-৯]{2}/, { timeout: 75_000 });
  await expect(row).toContainText('সব কাগজ পৌঁছেছে (৩টি)', { timeout: 30_000 });
});
