import { expect } from '@playwright/test';
import type { Device } from '../fixtures/device';
import { ReviewPage } from '../pages/review-page';
import { SignInPage } from '../pages/sign-in-page';
import type { Slip } from '../pages/slip-page';

/** A new counter PC: the operator signs in, adds it to the centre, and it is made ready for work without a line. */
export async function openCounter(device: Device, operator = 'shiuli'): Promise<void> {
  const page = await device.open('/sign-in');
  const signIn = new SignInPage(page);
  await signIn.signIn(operator);
  await signIn.enrolCounter('সামনের টেবিল');
  await device.waitUntilOfflineReady();
  await expect(page.getByText('এই যন্ত্রে লাইন ছাড়াও কাজ চলবে')).toBeVisible({ timeout: 30_000 });
}

/** From the review to the slip, at a counter that takes fifty taka. */
export async function handInAtCounter(device: Device): Promise<Slip> {
  const review = new ReviewPage(device.page);
  await review.consentOfCitizenAtCounter();
  await review.chargeTaken('৫০');
  return review.handIn();
}
