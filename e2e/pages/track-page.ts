import type { Locator, Page } from '@playwright/test';
import { bengali } from './names';
import type { Slip } from './slip-page';

/** Where is my application: what a citizen does with the slip. */
export class TrackPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Types code and check as on paper: small letters, Bengali digits. */
  async ask({ code, check }: Slip): Promise<void> {
    await this.#page.getByLabel('আবেদনের কোড').fill(code.toLowerCase());
    await this.#page.getByLabel('ছয় সংখ্যা', { exact: true }).fill(bengali(check));
    await this.#page.getByRole('button', { name: 'খোঁজ নিন' }).click();
  }

  get steps(): Locator {
    return this.#page.getByRole('main').getByRole('listitem');
  }
}
