import type { CDPSession, Page } from '@playwright/test';

/** A phone of a citizen against a machine of a developer. */
export const CPU_SLOW_DOWN = 4;

/** Slows the page's own threads down; Chromium cannot slow a service worker. Stays over navigations of the same page. */
export async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOW_DOWN });
  return session;
}

/** Opens an address and waits until every mark is set. Milliseconds since the navigation began, by mark. */
export async function marksOf(
  page: Page,
  address: string,
  names: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  await page.goto(address, { waitUntil: 'commit', timeout: 120_000 });
  const handle = await page.waitForFunction(
    (wanted) => {
      const { benchMarks } = window as unknown as { benchMarks?: Record<string, number> };
      return benchMarks && wanted.every((name) => benchMarks[name] !== undefined) ? benchMarks : false;
    },
    names,
    { timeout: 120_000, polling: 100 },
  );
  return (await handle.jsonValue()) as Record<string, number>;
}

/** When the first text or picture was painted. */
export async function firstContentOf(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? false,
    undefined,
    { timeout: 60_000, polling: 100 },
  );
  return (await handle.jsonValue()) as number;
}

/** Ends the worker's process, as a phone does with an app that was not used for a while. */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
