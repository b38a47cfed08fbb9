import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { launchProfile } from '../../e2e/fixtures/browser-launch';

/** Runs `work` in a browser whose profile lies on the disk and goes with it. */
export async function inBrowser<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'setu-bench-'));
  const context = await launchProfile(profile, { viewport: { width: 360, height: 640 } });
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
