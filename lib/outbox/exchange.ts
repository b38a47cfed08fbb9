import { type ItemProblem, PROTOCOL, type SyncResponse } from '../contract/wire';
import { commitAnswer } from './commit-answer';
import type { InTheAir } from './in-the-air';
import type { OutboxItem, WaitReason } from './item';
import type { SyncPosition, SyncSender } from './ports';
import { isReadable } from './readable-submission';
import { reasonForAll } from './refusal';
import { backoffMs } from './retry';
import { changed, type Flush, hold } from './take-items';
import { type OutboxEvent, transition } from './transition';
import { type SentItem, verifyAnswer } from './verify-answer';
import { waitAll } from './wait-all';

export type ExchangeResult =
  | {
      readonly type: 'answered';
      readonly answer: SyncResponse;
      readonly events: ReadonlyMap<string, OutboxEvent>;
      /** There is more to fetch at once. */
      readonly again: boolean;
    }
  | { readonly type: 'waits'; readonly reason: WaitReason }
  /** One of several items may be to blame: they have to be sent in smaller company. */
  | { readonly type: 'split'; readonly items: readonly OutboxItem[] }
  | { readonly type: 'refused'; readonly ids: readonly string[] };

/** One request and its answer, of which nothing has followed yet. */
export interface Sent {
  readonly items: readonly SentItem[];
  readonly asked: SyncPosition;
  readonly newsOnly: boolean;
  readonly result: Awaited<ReturnType<SyncSender['send']>>;
}

/** Makes a request and waits for its answer. No transaction of the store is open while it is on its way (OB-10). */
export async function sendBatch(
  flush: Flush,
  batch: readonly OutboxItem[],
  {
    landed,
    newsOnly = false,
  }: { readonly landed: ReturnType<InTheAir['leave']>; readonly newsOnly?: boolean },
): Promise<Sent> {
  const items = await hashItems(flush, batch);
  const asked = await flush.store.position();
  const begun = flush.clock();
  const request = {
    protocol: PROTOCOL,
    cursor: asked.cursor,
    catalogueVersion: await flush.catalogueVersion(),
    submissions: items.map(({ item }) => item.submission),
  };
  const result = await flush.sender.send(request, newsOnly);
  const wasLost = !result.ok && result.problem.type === 'wait' && result.problem.reason === 'no-line';
  landed(flush.clock() - begun, !wasLost);
  return { items, asked, newsOnly, result };
}

/** What follows from an answer, or from its absence: all of it is written when this resolves. */
export async function settle(
  flush: Flush,
  { items, asked, newsOnly, result }: Sent,
): Promise<ExchangeResult> {
  if (result.ok) {
    const verified = await verifyAnswer(flush, items, result.value);
    const again = await commitAnswer(flush, { asked, newsOnly, answer: result.value, verified });
    return { type: 'answered', answer: result.value, events: verified.events, again };
  }
  const sent = items.map(({ item }) => item);
  if (result.problem.type === 'refused') return refusedAsAWhole(flush, sent, result.problem.problem);
  await waitAll(flush, result.problem);
  return { type: 'waits', reason: result.problem.reason };
}

/**
 * Items whose bytes cannot even be read, or are not those that were queued, are shown as damaged and hold up nobody (OB-25). When the bytes are fine, it is
 * the tool that failed, perhaps because its code could not be fetched: then the flush rejects and the leases run out.
 */
async function hashItems(flush: Flush, batch: readonly OutboxItem[]): Promise<readonly SentItem[]> {
  const sent: SentItem[] = [];
  for (const item of batch) {
    const sha256 = await flush.verifier.submissionHash(item).catch((error: unknown) => {
      if (isReadable(item.submission)) throw error;
      return undefined;
    });
    // A bit that flipped on the disk: its seal would not open, and nobody could say why.
    const isChanged = sha256 !== undefined && item.sha256 !== undefined && sha256 !== item.sha256;
    if (sha256 === undefined || isChanged) await refuse(flush, [item], { code: 'damaged' });
    else sent.push({ item, sha256 });
  }
  return sent;
}

async function refusedAsAWhole(
  flush: Flush,
  items: readonly OutboxItem[],
  problem: ItemProblem,
): Promise<ExchangeResult> {
  const reason = reasonForAll(problem.code);
  if (reason) {
    await waitAll(flush, { reason });
    return { type: 'waits', reason };
  }
  if (items.length > 1) return { type: 'split', items: await hold(flush, items) };
  await refuse(flush, items, problem);
  return { type: 'refused', ids: items.map((item) => item.id) };
}

async function refuse(
  flush: Flush,
  items: readonly OutboxItem[],
  problem: Extract<OutboxEvent, { type: 'refused' }>['problem'],
): Promise<void> {
  const now = flush.clock();
  const ids = items.map((item) => item.id);
  await flush.store.update(ids, (item) => {
    const retryAt = now + backoffMs(item.attempts, flush.chance);
    return changed(
      item,
      transition(item, { type: 'refused', owner: flush.flushOwner, problem, retryAt }, now),
    );
  });
}
