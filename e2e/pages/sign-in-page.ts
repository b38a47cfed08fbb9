import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { LockPage } from './lock-page';

/** The way in for operators and officers, and a counter's enrolment. */
export class SignInPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async signIn(username: string): Promise<void> {
    await this.#page.getByLabel('ব্যবহারকারীর নাম').fill(username);
    await this.#page.getByLabel('পাসওয়ার্ড', { exact: true }).fill('setu-demo-2026');
    await this.#page.getByRole('button', { name: 'প্রবেশ করুন' }).click();
  }

  async enrolCounter(name: string): Promise<void> {
    await this.#page.getByLabel('যন্ত্রের নাম').fill(name);
    await this.#page.getByRole('button', { name: 'যন্ত্রটি যোগ করুন' }).click();
    await new LockPage(this.#page).choosePin();
    await expect(this.#page.getByRole('heading', { level: 1, name: 'কোন সেবা লাগবে?' })).toBeVisible();
  }
}
