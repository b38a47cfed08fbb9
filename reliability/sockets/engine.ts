import { createReceiptVerifier } from '../../lib/browser/receipt-verifier';
import type { ServerKeys } from '../../lib/contract/wire';
import { verifyReceipt } from '../../lib/crypto/receipt';
import { submissionHash } from '../../lib/crypto/submission-hash';
import type { OutboxItem } from '../../lib/outbox/item';
import type { FileSender, SyncPosition } from '../../lib/outbox/ports';
import { createOutboxRunner, type OutboxRunner } from '../../lib/outbox/run-outbox';
import {
  createMemoryDevice,
  createMemoryOutboxStore,
  type MemoryDevice,
} from '../../lib/outbox/testing/memory-outbox-store';
import type { Line } from '../../lib/remote/exchange';
import { createHttpSyncSender } from '../../lib/remote/http-sync-sender';

export interface Engine {
  readonly runner: OutboxRunner;
  readonly memory: MemoryDevice;
  /** The JWS that the device holds, by id. */
  receipts(): ReadonlyMap<string, string>;
}

export interface EngineOptions {
  readonly line: Line;
  readonly keys: ServerKeys;
  readonly items: readonly OutboxItem[];
  readonly position?: SyncPosition;
  readonly files?: FileSender;
}

/** The app's own queue, sender and receipt check on a device in memory. */
export async function createEngine({ line, keys, items, position, files }: EngineOptions): Promise<Engine> {
  const memory = createMemoryDevice();
  if (position) memory.position = position;
  const store = createMemoryOutboxStore(memory);
  for (const item of items) await store.add(item);
  const held = async () => keys;
  const runner = createOutboxRunner({
    store,
    sender: createHttpSyncSender(line),
    verifier: createReceiptVerifier({
      tools: () => ({ verifyReceipt, submissionHash }),
      keys: held,
      freshKeys: held,
    }),
    ...(files && { files }),
    clock: line.now,
    chance: Math.random,
    owner: 'sockets',
    catalogueVersion: () => 0,
  });
  return {
    runner,
    memory,
    receipts: () =>
      new Map(
        [...memory.items.values()].flatMap((item) =>
          item.state === 'received' ? [[item.id, item.receipt.jws]] : [],
        ),
      ),
  };
}
