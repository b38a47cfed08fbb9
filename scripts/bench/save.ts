import type { Bench } from './bench';
import { makeDocuments } from './documents';
import { type Part, quantile } from './figure';
import { inBrowser } from './in-browser';
import { LIGHT_SERVICE, publishedCatalogue, publishLightForm } from './light-form';
import { bundleQueuePage } from './page/bundle-page';
import { withQueueDevice } from './page/queue-device';
import { CPU_SLOW_DOWN, slowDown } from './slow-page';

const COUNT = 60;

/** How long a person waits for "saved": an answer into the draft, and the whole application into the queue. */
export async function measureSave({ root, server, runs, say }: Bench): Promise<Part> {
  await publishLightForm(server.databaseUrl);
  const catalogue = await publishedCatalogue(server.port);
  const script = await bundleQueuePage(root);
  const draft: number[] = [];
  const queue: number[] = [];
  for (let run = 0; run < Math.min(runs, 5); run++)
    await inBrowser((context) =>
      withQueueDevice(context, { port: server.port, script }, async ({ page, line }) => {
        line.cut();
        const [warm = [], documents = []] = [5, COUNT].map((count) =>
          makeDocuments(catalogue, { serviceId: LIGHT_SERVICE, count }),
        );
        await page.evaluate((items) => globalThis.peer.save(items), warm);
        await slowDown(page);
        const writes = await page.evaluate((items) => globalThis.peer.writeAnswers(items), documents);
        const queued = await page.evaluate((items) => globalThis.peer.save(items), documents);
        draft.push(quantile(writes, 0.95));
        queue.push(quantile(queued, 0.95));
        say(
          `save ${run + 1}: p95 ${draft.at(-1)?.toFixed(1)} ms an answer, ${queue.at(-1)?.toFixed(1)} ms an application`,
        );
      }),
    );
  return {
    title: 'Saving',
    how:
      `A page with nothing but the app’s own modules, processor slowed down ${CPU_SLOW_DOWN} times, on the browser’s own IndexedDB on the disk, every transaction strict. ${COUNT} each time; a sample is the 95th percentile of one run. ` +
      'An answer: the whole draft encrypted under the vault key and committed. An application: checked, compressed, sealed, its draft encrypted and kept, item and counter, in one commit; the page on which it is read back has made its next key and the packing ready before.',
    figures: [
      { what: 'an answer saved, p95', samples: draft, unit: 'ms', limit: 60 },
      { what: 'an application queued, p95', samples: queue, unit: 'ms', limit: 60 },
    ],
  };
}
