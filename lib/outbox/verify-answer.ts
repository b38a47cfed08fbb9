import type { SyncReceipt, SyncResponse } from '../contract/wire';
import type { OutboxItem, StoredReceipt } from './item';
import { backoffMs } from './retry';
import type { Flush } from './take-items';
import type { OutboxEvent } from './transition';

/** An item on its way, with the hash of exactly the bytes that were sent. */
export interface SentItem {
  readonly item: OutboxItem;
  readonly sha256: string;
}

export interface VerifiedAnswer {
  /** What happens to each sent item. */
  readonly events: ReadonlyMap<string, OutboxEvent>;
  /** False when a receipt in it was none: then nothing else of the answer is believed (OB-15). */
  readonly believed: boolean;
}

/** Reads the answer item by item. Receipts for what was not sent are passed over. */
export async function verifyAnswer(
  flush: Flush,
  sent: readonly SentItem[],
  answer: SyncResponse,
): Promise<VerifiedAnswer> {
  const receipts = new Map(answer.receipts.map((receipt) => [receipt.id, receipt]));
  const events = new Map<string, OutboxEvent>();
  let believed = true;
  for (const one of sent) {
    const event = await eventFor(flush, one, receipts.get(one.item.id), answer.epoch);
    if (event.type === 'refused' && event.problem.code === 'receipt-not-verified') believed = false;
    events.set(one.item.id, event);
  }
  return { events, believed };
}

async function eventFor(
  flush: Flush,
  { item, sha256 }: SentItem,
  receipt: SyncReceipt | undefined,
  epoch: string,
): Promise<OutboxEvent> {
  const later = { owner: flush.flushOwner, retryAt: flush.clock() + backoffMs(item.attempts, flush.chance) };
  if (!receipt) return { type: 'not-sent', reason: 'server-error', ...later };
  if (receipt.outcome === 'refused')
    return receipt.problem
      ? { type: 'refused', problem: receipt.problem, ...later }
      : { type: 'not-sent', reason: 'server-error', ...later };
  const stored = await storedReceipt(flush, item.id, sha256, receipt.receipt ?? '', epoch);
  if (!stored) return { type: 'refused', problem: { code: 'receipt-not-verified' }, ...later };
  return { type: 'receipt-verified', receipt: stored };
}

async function storedReceipt(
  { verifier }: Flush,
  id: string,
  sha256: string,
  jws: string,
  epoch: string,
): Promise<StoredReceipt | undefined> {
  const verified = await verifier.verify(jws, { id, sha256 });
  if (!verified.ok) return undefined;
  const { seq, at } = verified.value;
  return { jws, seq, epoch, at };
}
