import type { Locator, Page } from '@playwright/test';
import type { Stage } from './stage';

/** One stop of the tour: how the app gets there, and what is said under its pictures. */
export interface TourStep {
  /** Name of its pictures. */
  readonly id: string;
  readonly title: string;
  /** The title as the counter says it. */
  readonly label: string;
  readonly caption: string;
  /** Works on from the step before and ends on the screen to take. */
  readonly go: (stage: Stage) => Promise<Page>;
  /** Opens what a change of language or screen would close; done anew for every picture. */
  readonly pose?: (page: Page) => Promise<void>;
  /** Closes it again. */
  readonly unpose?: (page: Page) => Promise<void>;
  /** What stands at the top of the picture; the page's beginning when absent. */
  readonly look?: (page: Page) => Locator;
}

/** A name in either language: pictures are taken in both. */
export function either(bn: string, en: string): RegExp {
  return new RegExp(`^(${bn}|${en})$`);
}
