import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Slip } from './slip-page';
import { SlipPage } from './slip-page';

/** Reading back, consent, money, handing in. */
export class ReviewPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async consentOfCitizenAtCounter(forWhom = 'নিজের জন্য'): Promise<void> {
    await this.#page.getByLabel(forWhom).check();
    await this.#page.getByLabel('আবেদনকারী কথাগুলো শুনে বুঝে রাজি হয়েছেন').check();
  }

  async consentOfOneself(): Promise<void> {
    await this.#page.getByLabel('কথাগুলো পড়ে বুঝে আমি রাজি').check();
  }

  async chargeTaken(charge: string): Promise<void> {
    await this.#page.getByLabel('কেন্দ্রের সেবা চার্জ (টাকা)').fill(charge);
    await this.#page.getByLabel('হ্যাঁ, নেওয়া হয়েছে').check();
  }

  async handIn(): Promise<Slip> {
    await this.#page.getByRole('button', { name: 'জমা দিন' }).click();
    await expect(this.#page.getByRole('heading', { level: 1, name: 'রসিদ' })).toBeVisible({
      timeout: 20_000,
    });
    return new SlipPage(this.#page).read();
  }
}
