import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { BoardPage } from '../pages/board-page';
import { ReviewPage } from '../pages/review-page';
import { SignInPage } from '../pages/sign-in-page';
import { SlipPage } from '../pages/slip-page';
import { characterCertificate } from './character-certificate';
import { openCounter } from './counter';
import { oneApplication } from './one-application';
import { beginOnOwnPhone } from './own-phone';

test('a phone whose cookies died with its battery hands in all the same, without a question', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const phone = await newDevice('phone');
  const form = await beginOnOwnPhone(phone);
  line.cut();
  await form.write(await characterCertificate('ইমরান হোসেন'));
  await form.goToReview();
  const review = new ReviewPage(phone.page);
  await review.consentOfOneself();
  const slip = await review.handIn();
  await phone.context.clearCookies();
  line.restore();
  await new SlipPage(phone.page).toBoard();
  const row = new BoardPage(phone.page).row(slip.code);
  await expect(row).toContainText('সব কাগজ পৌঁছেছে (৩টি)', { timeout: 90_000 });
});

test('a counter whose cookies died with the power sends when an operator signs in again', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  await openCounter(counter);
  line.cut();
  const slip = await oneApplication(counter, 'জসিম উদ্দিন');
  await counter.context.clearCookies();
  line.restore();
  await new SlipPage(counter.page).toBoard();
  const row = new BoardPage(counter.page).row(slip.code);
  await expect(row).toContainText('পাঠাতে আবার প্রবেশ করা দরকার।', { timeout: 75_000 });
  await row.getByRole('link', { name: 'প্রবেশ করুন' }).click();
  await new SignInPage(counter.page).signIn('shiuli');
  await expect(counter.page.getByRole('heading', { level: 1, name: 'কোন সেবা লাগবে?' })).toBeVisible();
  await counter.page.getByRole('navigation').getByRole('link', { name: 'আজকের কাজ' }).click();
  await expect(row).toContainText('সব কাগজ পৌঁছেছে (৩টি)', { timeout: 75_000 });
});
