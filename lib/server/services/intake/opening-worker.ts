/*
 * The second thread of an intake: see opening-thread.ts. A bundle of its own (scripts/build/bundle-opening-worker.mjs).
 */
import { parentPort, workerData } from 'node:worker_threads';
import { ok } from '../../../shared/result';
import { loadKeyFile } from '../../keys/key-file';
import { openSealKeys } from '../../keys/seal-keys';
import type { PublishedVersion } from '../load-versions';
import { openItem } from './open-item';
import type { Opened, OpeningAnswer, OpeningOrder } from './opening-thread';

const { dataDir } = workerData as { readonly dataDir: string };
const versions = new Map<number, PublishedVersion>();
const keys = loadKeyFile(dataDir).then(({ seal }) => openSealKeys(seal));

async function answer({ order, now, items, news }: OpeningOrder): Promise<OpeningAnswer> {
  const sealKey = await keys;
  for (const [number, version] of news) versions.set(number, version);
  const opened: (Opened | undefined)[] = [];
  for (const { item, version } of items) {
    const published = version === undefined ? undefined : versions.get(version);
    // What throws here throws on the first thread as well, which tells of it.
    opened.push(await openItem(item, published, { sealKey }, now).then(contentOf, () => undefined));
  }
  return { order, opened };
}

function contentOf(opened: Awaited<ReturnType<typeof openItem>>): Opened {
  if (!opened.ok) return opened;
  const { plaintext, agencyId, maskedName } = opened.value;
  return ok({ plaintext, agencyId, maskedName });
}

parentPort?.on('message', (said: OpeningOrder) => {
  answer(said).then((done) => parentPort?.postMessage(done));
});
