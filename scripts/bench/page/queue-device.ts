import type { BrowserContext, Page } from '@playwright/test';
import { CuttingProxy } from '../../../e2e/cutting-proxy';
import { EMPTY_PAGE } from './bundle-page';

/** A device with our queue and nothing else on its page, enrolled over a whole line. */
export interface QueueDevice {
  readonly page: Page;
  readonly line: CuttingProxy;
}

/** Runs `work` on a device of an origin of its own in this browser. */
export async function withQueueDevice<T>(
  context: BrowserContext,
  { port, script }: { readonly port: number; readonly script: string },
  work: (device: QueueDevice) => Promise<T>,
): Promise<T> {
  const line = await CuttingProxy.listen(() => port);
  await context.clearCookies();
  const page = await context.newPage();
  try {
    await page.goto(line.origin + EMPTY_PAGE);
    await page.evaluate(script);
    await page.evaluate(() => globalThis.peer.open());
    return await work({ page, line });
  } finally {
    await page.close();
    await line.close();
  }
}
