import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The PIN of every operator of the tests who needs no other. */
export const PIN = '482915';

/** The page that asks for a PIN, chosen or to be chosen. */
export class LockPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get heading(): Locator {
    return this.#page.getByRole('heading', { level: 1, name: 'এই যন্ত্রে তালা দেওয়া' });
  }

  get pin(): Locator {
    return this.#page.getByLabel(/: আপনার পিন$/);
  }

  /** Stands in the bar as long as a counter is open. */
  get lockButton(): Locator {
    return this.#page.getByRole('banner').getByRole('button', { name: 'তালা দিন' });
  }

  operator(name: string): Locator {
    return this.#page.getByRole('radio', { name });
  }

  async choosePin(pin = PIN): Promise<void> {
    await this.#page.getByLabel('পিন', { exact: true }).fill(pin);
    await this.#page.getByLabel('পিনটি আবার লিখুন').fill(pin);
    await this.#page.getByRole('button', { name: 'এই পিন রাখুন' }).click();
    await expect(this.lockButton).toBeVisible();
  }

  async type(pin: string): Promise<void> {
    await this.pin.fill(pin);
    await this.pin.press('Enter');
  }

  async unlock(pin = PIN): Promise<void> {
    await this.type(pin);
    await expect(this.lockButton).toBeVisible();
  }

  /** A counter that was switched on again asks for the PIN; one whose browser went on may still know the key. */
  async pass(): Promise<void> {
    await expect(this.pin.or(this.lockButton)).toBeVisible({ timeout: 20_000 });
    if (await this.pin.isVisible()) await this.unlock();
  }
}
