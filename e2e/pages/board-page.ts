import type { Locator, Page } from '@playwright/test';
import { ApplicationForm } from './application-form';

/** Today's work. */
export class BoardPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The line of an application, by its code or by words in it. */
  row(words: string): Locator {
    return this.#page.getByRole('main').getByRole('listitem').filter({ hasText: words });
  }

  group(name: string): Locator {
    return this.#page.getByRole('region', { name: new RegExp(`^${name}`) });
  }

  formHere(): ApplicationForm {
    return new ApplicationForm(this.#page);
  }

  async goOnWriting(words: string): Promise<ApplicationForm> {
    await this.row(words).getByRole('link', { name: 'লেখা চালিয়ে যান' }).click();
    const form = this.formHere();
    await form.isOpen();
    return form;
  }

  async mend(code: string): Promise<ApplicationForm> {
    await this.row(code).getByRole('button', { name: 'ঠিক করে আবার পাঠান' }).click();
    const form = this.formHere();
    await form.isOpen();
    return form;
  }
}
