import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { everyField } from './every-field';
import { FormSection } from './form-section';

/** One section of an application with what a person writes there. */
export interface Section {
  readonly title: string;
  readonly write: (section: FormSection) => Promise<void>;
}

/** An application being written, on either screen. */
export class ApplicationForm {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The same form on another page. */
  on(page: Page): ApplicationForm {
    return new ApplicationForm(page);
  }

  get review(): Locator {
    return this.page.getByRole('button', { name: 'মিলিয়ে দেখা' });
  }

  get next(): Locator {
    return this.page.getByRole('button', { name: 'পরের ধাপ' });
  }

  async isOpen(): Promise<void> {
    await this.page.waitForURL('**/apply?draft=*');
    await expect(this.review.or(this.next)).toBeVisible();
  }

  section(title: string): FormSection {
    return new FormSection(this.page, this.page.getByRole('region', { name: title, exact: true }));
  }

  /** Writes section after section; on a phone it goes on to the next screen by itself. */
  async write(sections: readonly Section[]): Promise<void> {
    for (const { title, write } of sections) {
      await write(this.section(title));
      if (await this.next.isVisible()) await this.next.click();
    }
  }

  /** Waits for the word that everything written is on the device. */
  async isSaved(): Promise<void> {
    await expect(this.page.getByText('সংরক্ষণ হচ্ছে…')).toHaveCount(0);
    await expect(this.page.getByText(/^এই যন্ত্রে সংরক্ষিত/)).toBeVisible();
  }

  /** Every control of the form by its label with what stands in it, and how many files are shown. */
  everyField(): Promise<Readonly<Record<string, string>>> {
    return this.page.getByRole('main').evaluate(everyField);
  }

  async goToReview(): Promise<void> {
    await this.review.click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'মিলিয়ে দেখা' })).toBeVisible();
  }
}
