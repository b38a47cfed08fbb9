import type { Page } from '@playwright/test';
import type { Bench } from './bench';
import { makeDocuments } from './documents';
import { type Part, quantile } from './figure';
import { inBrowser } from './in-browser';
import { countSubmissions, LIGHT_SERVICE, publishedCatalogue, publishLightForm } from './light-form';
import { bundleQueuePage } from './page/bundle-page';
import { withQueueDevice } from './page/queue-device';
import { linkOf } from './peers/links';
import { CPU_SLOW_DOWN, slowDown } from './slow-page';

const COUNT = 1000;
const GIVE_UP_MS = 240_000;
/** The last receipts come, are verified and stored, milliseconds. */
const AFTERWARDS_MS = 5_000;
/** The browser calls a task long from here on, milliseconds. */
const LONG_MS = 50;
const WATCH = `window.benchLong = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.benchLong.push(duration);
}).observe({ type: 'longtask' });`;

interface Busy {
  /** Milliseconds of every task of 50 ms and more while the items went. */
  readonly tasks: readonly number[];
  readonly seconds: number;
}

/** A thousand go while a person works: how long the page is deaf at a time. */
export async function measureLongTasks({ root, server, runs, say }: Bench): Promise<Part> {
  await publishLightForm(server.databaseUrl);
  const catalogue = await publishedCatalogue(server.port);
  const device = { port: server.port, script: await bundleQueuePage(root) };
  const alone: Busy[] = [];
  const board: Busy[] = [];
  for (let run = 0; run < Math.min(runs, 5); run++)
    for (const [name, all] of [
      ['queue alone', alone],
      ['board', board],
    ] as const) {
      const busy = await inBrowser((context) =>
        withQueueDevice(context, device, async ({ page, line }) => {
          const shown = all === board ? await openBoard(page) : page;
          line.cut();
          const documents = makeDocuments(catalogue, { serviceId: LIGHT_SERVICE, count: COUNT });
          await page.evaluate(async (items) => void (await globalThis.peer.save(items)), documents);
          await slowDown(shown);
          await shown.evaluate(WATCH);
          line.shape(linkOf('400k').quality);
          line.restore();
          const begun = performance.now();
          if (all === board) await shown.evaluate(() => window.dispatchEvent(new Event('online')));
          else await page.evaluate(() => globalThis.peer.sendSoon());
          // The server is asked, not the page: to read a thousand rows would make it busy.
          await untilHeld(server.databaseUrl, documents);
          const seconds = (performance.now() - begun) / 1000;
          await page.waitForTimeout(AFTERWARDS_MS);
          const tasks = await shown.evaluate(() => Reflect.get(window, 'benchLong') as number[]);
          return { tasks, seconds };
        }),
      );
      all.push(busy);
      say(
        `long tasks, ${name}: ${busy.tasks.length}, longest ${longest(busy).toFixed(0)} ms, ${busy.seconds.toFixed(1)} s`,
      );
    }
  return {
    title: 'While a thousand go',
    how:
      `${COUNT} applications wait; ${linkOf('400k').says} by a TCP proxy, the page’s processor slowed down ${CPU_SLOW_DOWN} times. First a page with nothing but the app’s queue, then the app’s own board, which shows ` +
      `each of them. A long task is one of ${LONG_MS} ms or more, as the browser counts them, from the line’s opening until some seconds after the server holds the last one.`,
    figures: [
      { what: 'longest task, queue alone', samples: alone.map(longest), unit: 'ms', limit: 200 },
      { what: 'long tasks, queue alone', samples: alone.map(({ tasks }) => tasks.length), unit: '' },
      { what: 'longest task, board open', samples: board.map(longest), unit: 'ms', limit: 200 },
      { what: 'long tasks, board open', samples: board.map(({ tasks }) => tasks.length), unit: '' },
      { what: 'the server holds all, board open', samples: board.map(({ seconds }) => seconds), unit: 's' },
    ],
  };
}

async function untilHeld(databaseUrl: string, documents: readonly { readonly id: string }[]): Promise<void> {
  const ids = documents.map(({ id }) => id);
  const giveUp = Date.now() + GIVE_UP_MS;
  while ((await countSubmissions(databaseUrl, ids)).ours < ids.length) {
    if (Date.now() > giveUp) throw new Error('not all were received');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

const longest = ({ tasks }: Busy): number => (tasks.length === 0 ? 0 : quantile(tasks, 1));

/** The app itself on the same device, at rest. */
async function openBoard(page: Page): Promise<Page> {
  const board = await page.context().newPage();
  await board.goto(new URL('/board', page.url()).href);
  await board.locator('main').waitFor();
  // With the worker in charge and its pack stored, what the page loads late comes without the line too.
  await board.evaluate(() => navigator.serviceWorker.ready);
  await board.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 60_000,
  });
  await board.waitForTimeout(AFTERWARDS_MS);
  return board;
}
