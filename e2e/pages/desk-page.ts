import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The officer's desk. */
export class DeskPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** By the code of the slip: the list shows who waits longest, and may be many pages long. */
  async find(code: string) {
    await this.#page.getByLabel('আবেদন খুঁজুন').fill(code);
    await this.#page.getByRole('button', { name: 'খুঁজুন', exact: true }).click();
    return this.#page.getByRole('link', { name: code });
  }

  async open(code: string): Promise<void> {
    await (await this.find(code)).click();
    await expect(this.#page.getByText(`আবেদন ${code}`)).toBeVisible();
  }

  /** Opens a paper: the picture must really be drawn. */
  async lookAtPaper(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: `কাগজ দেখুন: ${name}` }).click();
    const picture = this.#page.getByRole('img', { name });
    await expect(picture).toBeVisible();
    const width = () => picture.evaluate((drawn: HTMLImageElement) => drawn.complete && drawn.naturalWidth);
    await expect.poll(width).toBeGreaterThan(0);
  }

  async reason(words: string): Promise<void> {
    await this.#page.getByLabel('কারণ, নাগরিক যেন বোঝেন').fill(words);
  }

  async decide(decision: 'মঞ্জুর করুন' | 'সংশোধনের জন্য ফেরত দিন' | 'নামঞ্জুর করুন'): Promise<void> {
    await this.#page.getByRole('button', { name: decision, exact: true }).click();
    await this.#page.getByRole('dialog').getByRole('button', { name: decision, exact: true }).click();
    await expect(this.#page.getByText('সিদ্ধান্ত লেখা হয়েছে')).toBeVisible();
    await this.#page.getByRole('link', { name: 'পিছনে' }).click();
    await expect(this.#page.getByRole('heading', { level: 1, name: 'দপ্তরের টেবিল' })).toBeVisible();
  }
}
