import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { encode } from 'uqr';
import { ascii } from './names';

/** What the citizen takes home. */
export interface Slip {
  readonly code: string;
  readonly check: string;
}

export class SlipPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Reads code and check from the paper; its QR must lead to the same. */
  async read(): Promise<Slip> {
    const paper = this.#page.getByRole('article');
    await expect(paper).toContainText(/[0-9A-Z]{4,6}-[0-9A-Z]{4,}-[0-9A-Z]/);
    const words = (await paper.textContent()) ?? '';
    const code = /[0-9A-Z]{4,6}-[0-9A-Z]{4,}-[0-9A-Z]/.exec(words)?.[0] ?? '';
    const check = ascii(/যাচাই নম্বর([০-৯]{6})(?![০-৯])/.exec(words)?.[1] ?? '');
    expect(check).toMatch(/^\d{6}$/);
    const origin = new URL(this.#page.url()).origin;
    const { data } = encode(`${origin}/track#c=${code}&k=${check}`, { ecc: 'M', border: 2 });
    const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    const qr = this.#page.getByRole('img', { name: 'অবস্থা জানার কিউআর কোড' });
    expect(await qr.locator('path').getAttribute('d')).toBe(dots.join(''));
    return { code, check };
  }

  async isProvisional(): Promise<void> {
    await expect(this.#page.getByRole('article', { name: 'সাময়িক রসিদ' })).toContainText(
      'সরকারি দপ্তরে এখনও পৌঁছায়নি',
    );
  }

  async toBoard(): Promise<void> {
    await this.#page.getByRole('main').getByRole('link', { name: 'আজকের কাজ' }).click();
    await expect(this.#page.getByRole('heading', { level: 1, name: 'আজকের কাজ' })).toBeVisible();
  }

  async nextCitizen(): Promise<void> {
    await this.#page.getByRole('link', { name: 'পরের নাগরিক' }).click();
    await expect(this.#page.getByRole('heading', { level: 1, name: 'কোন সেবা লাগবে?' })).toBeVisible();
  }
}
