import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** A file as the browser saved it. */
export interface SavedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Presses a button and takes the file that comes of it. */
export async function savedBy(page: Page, button: Locator): Promise<SavedFile> {
  const coming = page.waitForEvent('download');
  await button.click();
  const download = await coming;
  return {
    name: download.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: await readFile(await download.path()),
  };
}

/** The page of work that was brought from another device. */
export class CarryPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The card of one package, by the code of the device it comes from. */
  package(deviceCode: string): Locator {
    return this.#page.getByRole('listitem').filter({ hasText: `${deviceCode} যন্ত্রের কাজ` });
  }

  async choose(file: SavedFile): Promise<void> {
    const asked = this.#page.waitForEvent('filechooser');
    await this.#page.getByRole('button', { name: 'ফাইল বেছে নিন' }).click();
    await (await asked).setFiles(file);
  }

  async sendNow(): Promise<void> {
    await this.#page.getByRole('button', { name: 'এখনই পাঠান' }).click();
  }

  async paste(text: string): Promise<void> {
    await this.#page.getByText('পাঠানো লেখা বসান').click();
    await this.#page.getByLabel('আপনাকে পাঠানো ঠিকানা বা লেখা').fill(text);
    await this.#page.getByRole('button', { name: 'তুলে নিন', exact: true }).click();
  }

  async says(words: string): Promise<void> {
    await expect(this.#page.getByText(words)).toBeVisible({ timeout: 20_000 });
  }

  /** The texts of the codes that the dialog shows, each read out of its picture as it stands on the screen. */
  async pictures(): Promise<readonly Buffer[]> {
    const dialog = this.#page.getByRole('dialog');
    await expect(dialog.getByRole('img')).toBeVisible();
    const stop = dialog.getByRole('button', { name: 'থামান' });
    if (await stop.isVisible()) await stop.click();
    const shown: Buffer[] = [];
    const names = new Set<string>();
    for (;;) {
      const picture = dialog.getByRole('img');
      const name = (await picture.getAttribute('aria-label')) ?? '';
      if (names.has(name)) return shown;
      names.add(name);
      shown.push(await picture.screenshot());
      const next = dialog.getByRole('button', { name: 'পরের কোড' });
      if (!(await next.isVisible())) return shown;
      await next.click();
    }
  }
}
