import type { CDPSession, Page } from '@playwright/test';

/** A phone of a citizen against a machine of a developer. */
export const CPU_SLOW_DOWN = 4;

/** Slows the page's own threads down; Chromium cannot slow a service worker. Stays over navigations of the same page. */
export async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOW_DOWN });
  return session;
}

/**
 * Opens an address and waits until every mark of the page's `markScript` is set. Milliseconds since the navigation began,
 * by mark. The page tells it by itself: to be asked from outside, it would first have to load the asker's code.
 */
export async function marksOf(page: Page, address: string): Promise<Readonly<Record<string, number>>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'benchDone' });
  const done = new Promise<string>((resolve, reject) => {
    session.on('Runtime.bindingCalled', ({ name, payload }) => name === 'benchDone' && resolve(payload));
    setTimeout(() => reject(new Error(`not every mark of ${address} came`)), 120_000).unref();
  });
  await page.goto(address, { waitUntil: 'commit', timeout: 120_000 });
  const marks = JSON.parse(await done) as Record<string, number>;
  await session.detach();
  return marks;
}

/** Ends the worker's process, as a phone does with an app that was not used for a while. */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
