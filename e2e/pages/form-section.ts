import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Paper } from '../journeys/paper';
import { beginning, bengali } from './names';

/** A place in the country as a person finds it. */
export interface Place {
  readonly typed: string;
  /** Words that must all stand in the line that is chosen. */
  readonly line: readonly string[];
  readonly ward?: string;
  readonly village?: string;
}

/** Fields of one section, found by the words a person reads. */
export class FormSection {
  readonly #page: Page;
  readonly root: Locator;

  constructor(page: Page, root: Locator) {
    this.#page = page;
    this.root = root;
  }

  group(label: string): Locator {
    return this.root.getByRole('group', { name: beginning(label) });
  }

  async text(label: string, words: string): Promise<void> {
    await this.root.getByRole('textbox', { name: beginning(label) }).fill(words);
  }

  async select(label: string, option: string): Promise<void> {
    await this.root.getByRole('combobox', { name: beginning(label) }).selectOption({ label: option });
  }

  async radio(label: string, option: string): Promise<void> {
    await this.group(label).getByRole('radio', { name: option, exact: true }).check();
  }

  async tick(label: string): Promise<void> {
    await this.root.getByRole('checkbox', { name: beginning(label) }).check();
  }

  /** An ISO date, typed in Bengali digits as at the counter. */
  async date(label: string, iso: string): Promise<void> {
    const [year = '', month = '', day = ''] = iso.split('-');
    const boxes = this.group(label);
    await boxes.getByLabel('দিন').fill(bengali(day));
    await boxes.getByLabel('মাস').fill(bengali(month));
    await boxes.getByLabel('সাল').fill(bengali(year));
  }

  async address(label: string, { typed, line, ward, village }: Place): Promise<void> {
    const group = this.group(label);
    await group.getByRole('combobox', { name: 'জায়গার নাম লিখে খুঁজুন' }).fill(typed);
    let option = group.getByRole('option');
    for (const words of line) option = option.filter({ hasText: words });
    await option.first().click();
    await expect(group.getByText('বাছা হয়েছে:')).toBeAttached();
    if (ward) await group.getByLabel('ওয়ার্ড').selectOption({ label: `${bengali(ward)} নম্বর ওয়ার্ড` });
    if (village) await group.getByLabel('গ্রাম বা মহল্লা').fill(village);
  }

  /** Chooses a file for a field or a paper and waits until it is kept. */
  async attach(label: string, paper: Paper): Promise<void> {
    const group = this.group(label);
    const asked = this.#page.waitForEvent('filechooser');
    await group.getByRole('button', { name: 'ফাইল বাছুন' }).click();
    await (await asked).setFiles(paper);
    await expect(group.getByRole('listitem').filter({ hasText: paper.name })).toBeVisible({
      timeout: 20_000,
    });
  }

  /** Draws a signature with the mouse. */
  async sign(label: string): Promise<void> {
    const group = this.group(label);
    await group.getByRole('button', { name: 'এখানে সই করুন' }).click();
    const surface = group.getByRole('img', { name: beginning(label) });
    // away from the bar at the bottom of a phone
    await surface.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
    const box = await surface.boundingBox();
    if (!box) throw new Error('there is nothing to sign on');
    await this.#page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6);
    await this.#page.mouse.down();
    for (const [x, y] of [
      [0.35, 0.3],
      [0.5, 0.7],
      [0.65, 0.35],
      [0.8, 0.6],
    ] as const)
      await this.#page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 4 });
    await this.#page.mouse.up();
    await group.getByRole('button', { name: 'সই রাখুন' }).click();
    await expect(group.getByRole('button', { name: 'সরান' })).toBeVisible({ timeout: 20_000 });
  }
}
