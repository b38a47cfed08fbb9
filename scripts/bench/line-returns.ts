import type { Page } from '@playwright/test';
import type { Bench } from './bench';
import { makeDocuments } from './documents';
import type { Part } from './figure';
import { inBrowser } from './in-browser';
import { LIGHT_SERVICE, publishedCatalogue, publishLightForm } from './light-form';
import { bundleQueuePage } from './page/bundle-page';
import { withQueueDevice } from './page/queue-device';
import { linkOf } from './peers/links';

const LINK = linkOf('50k');
/** Long enough for several vain tries, so that the next one by itself is far away. Milliseconds. */
const OUTAGE_MS = 60_000;
const GIVE_UP_MS = 120_000;
const SYNC = 'POST /api/v1/sync';

interface Return {
  /** Requests that carried the queue, until the receipt was stored. */
  readonly trips: number;
  /** From the line's return to the first request of any kind, and to the receipt stored. Seconds. */
  readonly noticed: number;
  readonly received: number;
}

/** One application that waited through an outage: how soon it goes, and in how many round trips. */
export async function measureLineReturns({ root, server, runs, say }: Bench): Promise<Part> {
  await publishLightForm(server.databaseUrl);
  const catalogue = await publishedCatalogue(server.port);
  const script = await bundleQueuePage(root);
  const told: Return[] = [];
  const untold: Return[] = [];
  for (let run = 0; run < Math.min(runs, 5); run++)
    for (const [isTold, all] of [[true, told] as const, [false, untold] as const]) {
      const [document] = makeDocuments(catalogue, { serviceId: LIGHT_SERVICE, count: 1 });
      const one = await inBrowser((context) =>
        withQueueDevice(context, { port: server.port, script }, async ({ page, line }) => {
          await page.evaluate(() => globalThis.peer.start());
          line.cut();
          await page.evaluate(async (it) => void (await globalThis.peer.save(it ? [it] : [])), document);
          await page.evaluate(() => globalThis.peer.sendSoon());
          await page.waitForTimeout(OUTAGE_MS);
          line.resetCounts();
          line.shape(LINK.quality);
          const received = page.evaluate(() => globalThis.peer.received());
          // asked for before the line is back, so that it cannot be missed
          await page.evaluate(() => undefined);
          line.restore();
          const begun = performance.now();
          const since = () => (performance.now() - begun) / 1000;
          const noticed = firstRequest(line, since);
          if (isTold) await tellOnline(page);
          await within(received, GIVE_UP_MS);
          const trips = line.requests.filter((request) => request === SYNC).length;
          return { trips, received: since(), noticed: await noticed };
        }),
      );
      all.push(one);
      say(
        `line back, ${isTold ? 'the browser says so' : 'nobody says so'}: asked after ${one.noticed.toFixed(1)} s, received after ${one.received.toFixed(1)} s`,
      );
    }
  return {
    title: 'When the line returns',
    how:
      `One application was queued without a line and waited ${OUTAGE_MS / 1000} s on an open page, the app trying by its own rules; then the line is there, ${LINK.says} by a TCP proxy. ` +
      'Either the browser says “online”, as it does when the radio comes back, or nobody says anything, as when only the network behind the radio was gone. To the verified receipt, stored.',
    figures: [
      { what: 'round trips of the queue, told', samples: told.map(({ trips }) => trips), unit: '', limit: 1 },
      {
        what: 'first request after the line’s return, told',
        samples: told.map(({ noticed }) => noticed),
        unit: 's',
      },
      {
        what: 'received after the line’s return, told',
        samples: told.map(({ received }) => received),
        unit: 's',
      },
      {
        what: 'first request after the line’s return, not told',
        samples: untold.map(({ noticed }) => noticed),
        unit: 's',
        limit: 10,
      },
      {
        what: 'received after the line’s return, not told',
        samples: untold.map(({ received }) => received),
        unit: 's',
      },
    ],
  };
}

const tellOnline = (page: Page): Promise<boolean> =>
  page.evaluate(() => window.dispatchEvent(new Event('online')));

async function firstRequest(
  line: { readonly requests: readonly string[] },
  since: () => number,
): Promise<number> {
  while (line.requests.length === 0 && since() * 1000 < GIVE_UP_MS)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return since();
}

async function within(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not received within ${ms / 1000} s`)), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
