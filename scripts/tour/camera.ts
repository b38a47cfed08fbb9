import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { TourStep } from './step';

export const SCREENS = [
  { name: 'phone', width: 360, height: 640 },
  { name: 'counter', width: 1366, height: 768 },
] as const;
export const LANGUAGES = [
  { locale: 'bn', name: 'Bangla' },
  { locale: 'en', name: 'English' },
] as const;

type Screen = (typeof SCREENS)[number];
type Locale = (typeof LANGUAGES)[number]['locale'];

export function pictureName(step: TourStep, screen: Screen['name'], locale: Locale): string {
  return `${step.id}-${screen}-${locale}.webp`;
}

/** Takes a step on both screens in both languages, then leaves the page in Bangla and as wide as it came. */
export async function takePictures(page: Page, step: TourStep, folder: string): Promise<void> {
  const before = page.viewportSize();
  for (const { locale } of LANGUAGES) {
    await speak(page, locale);
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      await step.pose?.(page);
      await lookAt(page, step);
      const shot = await page.screenshot({ animations: 'disabled' });
      await sharp(shot)
        .webp({ quality: 72, effort: 6, smartSubsample: true })
        .toFile(join(folder, pictureName(step, screen.name, locale)));
      await step.unpose?.(page);
    }
  }
  if (before) await page.setViewportSize(before);
  await speak(page, 'bn');
}

/** By the button everybody has, so that the tour also shows that nothing is lost by it. */
async function speak(page: Page, locale: Locale): Promise<void> {
  const button = page.locator(`header button[lang="${locale}"]`);
  if (await button.isVisible()) await button.click();
  await page.locator(`html[lang="${locale}"]`).waitFor();
}

async function lookAt(page: Page, step: TourStep): Promise<void> {
  const target = step.look?.(page);
  if (!target && !step.pose) await page.evaluate(() => window.scrollTo(0, 0));
  await target?.first().evaluate((element) => {
    const top = element.getBoundingClientRect().top + window.scrollY;
    window.scrollTo(0, Math.max(0, top - 20));
  });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
  await page.waitForTimeout(250);
}
