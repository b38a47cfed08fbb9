import { availableParallelism } from 'node:os';
import type { BrowserContext } from '@playwright/test';

/** What a figure was measured on, in words. */
export async function machineWords(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    const { product } = await session.send('Browser.getVersion');
    return `${availableParallelism()} cores, Node ${process.versions.node}, Chromium ${product.replace(/^.*\//, '')}`;
  } finally {
    await page.close();
  }
}
