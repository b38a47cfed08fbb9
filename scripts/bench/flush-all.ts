import { createReceiptVerifier } from '../../lib/browser/receipt-verifier';
import { verifyReceipt } from '../../lib/crypto/receipt';
import { submissionHash } from '../../lib/crypto/submission-hash';
import type { OutboxItem } from '../../lib/outbox/item';
import { createOutboxRunner } from '../../lib/outbox/run-outbox';
import type { FlushReport } from '../../lib/outbox/runner-deps';
import { createMemoryOutboxStore } from '../../lib/outbox/testing/memory-outbox-store';
import { createHttpSyncSender } from '../../lib/remote/http-sync-sender';
import { browserLine } from './browser-line';
import type { PaperDevice } from './paper-device';

export interface Flushed {
  readonly report: FlushReport;
  /** Submissions in each request, in order; 0 = it only asked for news. */
  readonly batches: readonly number[];
  readonly ms: number;
}

/** The app's own runner, sender and receipt check, over `origin`, with a queue in memory. */
export async function flushAll(
  device: PaperDevice,
  origin: string,
  items: readonly OutboxItem[],
): Promise<Flushed> {
  const store = createMemoryOutboxStore();
  for (const item of items) await store.add(item);
  const sender = createHttpSyncSender(browserLine(origin, device.cookie));
  const batches: number[] = [];
  const keys = async () => device.keys;
  const runner = createOutboxRunner({
    store,
    sender: {
      send(request) {
        batches.push(request.submissions.length);
        return sender.send(request);
      },
    },
    verifier: createReceiptVerifier({
      tools: () => ({ verifyReceipt, submissionHash }),
      keys,
      freshKeys: keys,
    }),
    clock: Date.now,
    chance: Math.random,
    owner: 'bench',
    catalogueVersion: () => device.catalogue.version,
  });
  const begun = Date.now();
  const report = await runner.flushOnce({ hurry: true });
  const ms = Date.now() - begun;
  if (report.end !== 'done' || report.received.length !== items.length) {
    const stuck = (await store.all()).find(({ state }) => state !== 'received');
    throw new Error(
      `${report.received.length} of ${items.length} were received (${report.end}): ${JSON.stringify({ ...stuck, submission: undefined })}`,
    );
  }
  return { report, batches, ms };
}
