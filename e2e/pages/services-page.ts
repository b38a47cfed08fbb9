import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { ApplicationForm } from './application-form';

/** The list of services and the page of one. */
export class ServicesPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Types what a person would say and opens the first service found, which must be `expected`. */
  async find(words: string, expected: string): Promise<void> {
    await this.#page.getByRole('searchbox').or(this.#page.getByLabel('সেবা খুঁজুন')).fill(words);
    const list = this.#page.getByRole('region', { name: 'সেবাগুলো' });
    await expect(list.getByRole('status')).toContainText('পাওয়া গেছে');
    const first = list.getByRole('link').first();
    await expect(first).toContainText(expected);
    await first.click();
    await expect(this.#page.getByRole('heading', { level: 1, name: expected })).toBeVisible();
  }

  async begin(): Promise<ApplicationForm> {
    await this.#page.getByRole('button', { name: 'আবেদন শুরু করুন' }).click();
    const form = new ApplicationForm(this.#page);
    await form.isOpen();
    return form;
  }

  async beginAsCitizen(): Promise<ApplicationForm> {
    await this.#page.getByRole('button', { name: 'আবেদন শুরু করুন' }).click();
    const asked = this.#page.getByRole('dialog', { name: 'এই যন্ত্রে কে কাজ করবেন?' });
    await asked.getByRole('button', { name: 'আমি নিজের জন্য আবেদন করব' }).click();
    const form = new ApplicationForm(this.#page);
    await form.isOpen();
    return form;
  }
}
