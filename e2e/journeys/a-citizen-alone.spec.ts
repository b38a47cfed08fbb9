import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { BoardPage } from '../pages/board-page';
import { ReviewPage } from '../pages/review-page';
import { SlipPage } from '../pages/slip-page';
import { TrackPage } from '../pages/track-page';
import { characterCertificate } from './character-certificate';
import { beginOnOwnPhone } from './own-phone';

test('a citizen applies on an own phone, loses the line half-way, and follows the application', async ({
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const phone = await newDevice('phone');
  const form = await beginOnOwnPhone(phone);
  line.cut();
  await form.write(await characterCertificate('মেহেদী হাসান'));
  await form.goToReview();
  const review = new ReviewPage(phone.page);
  await expect(phone.page.getByLabel('কেন্দ্রের সেবা চার্জ (টাকা)')).toHaveCount(0);
  await review.consentOfOneself();
  const slip = await review.handIn();
  await new SlipPage(phone.page).isProvisional();
  await expect(phone.page.getByRole('article')).toContainText('নিজের যন্ত্র থেকে');
  // no counter: nobody charges, and nobody is next
  await expect(phone.page.getByRole('article')).not.toContainText('কেন্দ্রের সেবা চার্জ');
  await expect(phone.page.getByRole('article')).not.toContainText('নেওয়া হয়নি');
  await expect(phone.page.getByRole('link', { name: 'পরের নাগরিক' })).toHaveCount(0);
  await phone.page.getByRole('main').getByRole('link', { name: 'খোঁজ নিন' }).click();
  await expect(phone.page.getByText('আবেদনটি যেখানে আছে নিরাপদে আছে।')).toBeVisible();
  expect(new URL(phone.page.url()).hash).toBe('');

  await phone.open('/track');
  await new TrackPage(phone.page).ask(slip);
  await expect(phone.page.getByText('আবেদনটি যেখানে আছে নিরাপদে আছে।')).toBeVisible();

  line.restore();
  await phone.open('/board');
  const row = new BoardPage(phone.page).row(slip.code);
  await expect(row).toContainText(/পৌঁছেছে .*[০-৯]+:[০-৯]{2}/, { timeout: 75_000 });
  await expect(row).toContainText('সব কাগজ পৌঁছেছে (৩টি)', { timeout: 30_000 });
  // what the QR of the slip opens
  await phone.open(`/track#c=${slip.code}&k=${slip.check}`);
  await expect(new TrackPage(phone.page).steps.first()).toContainText('সরকারি সার্ভারে পৌঁছেছে');
  expect(new URL(phone.page.url()).hash).toBe('');
  await expect(phone.page.getByText('৩টি কাগজের ৩টি পৌঁছেছে')).toBeVisible();
});
