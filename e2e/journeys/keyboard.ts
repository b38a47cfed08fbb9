import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Paper } from './paper';

const MOST_TABS = 80;

/** A person without a mouse. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    // keeps the browser's own dialog away for good: switched on and off around each press it comes too late
    page.on('filechooser', () => undefined);
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** Tabs until the keyboard is there; the place must be visible and reached in order. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error(`the keyboard does not get to ${target}`);
  }

  async type(target: Locator, words: string): Promise<void> {
    await this.tabTo(target);
    await this.#page.keyboard.insertText(words);
  }

  /** Types digit by digit, so that boxes may go on by themselves. */
  async digits(target: Locator, digits: string): Promise<void> {
    await this.tabTo(target);
    await this.#page.keyboard.type(digits, { delay: 15 });
  }

  /** Walks down a list until the option is chosen. */
  async choose(list: Locator, option: string): Promise<void> {
    await this.tabTo(list);
    for (let steps = 0; steps < 40; steps += 1) {
      const chosen = await list.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label);
      if (chosen === option) return;
      await this.press('ArrowDown');
    }
    throw new Error(`the list has no ${option}`);
  }

  async place(box: Locator, typed: string): Promise<void> {
    await this.type(box, typed);
    await expect(this.#page.getByRole('option').filter({ visible: true }).first()).toBeVisible();
    await this.press('Enter');
    await expect(box).toHaveValue('');
  }

  async file(button: Locator, paper: Paper): Promise<void> {
    await this.tabTo(button);
    const asked = this.#page.waitForEvent('filechooser');
    await this.press('Enter');
    await (await asked).setFiles(paper);
    await expect(this.#page.getByText(paper.name)).toBeVisible();
  }
}
