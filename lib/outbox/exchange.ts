import { type ItemProblem, PROTOCOL, type SyncResponse } from '../contract/wire';
import type { Exchange } from './air-time';
import { lineBytes } from './batch';
import { commitAnswer } from './commit-answer';
import type { OutboxItem, WaitReason } from './item';
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

/** One request and what follows from its answer. No transaction of the store is open while it is on its way (OB-10). */
export async function exchange(
  flush: Flush,
  batch: readonly OutboxItem[],
  record: (exchange: Exchange) => void,
): Promise<ExchangeResult> {
  const sent = await hashItems(flush, batch);
  const items = sent.map(({ item }) => item);
  const position = await flush.store.position();
  const begun = flush.clock();
  const result = await flush.sender.send({
    protocol: PROTOCOL,
    cursor: position.cursor,
    catalogueVersion: await flush.catalogueVersion(),
    submissions: items.map((item) => item.submission),
  });
  const bytes = items.reduce((sum, item) => sum + lineBytes(item.submission), 0);
  const lost = !result.ok && result.problem.type === 'wait' && result.problem.reason === 'no-line';
  record({ bytes, ms: flush.clock() - begun, answered: !lost });
  if (result.ok) {
    const verified = await verifyAnswer(flush, sent, result.value);
    const again = await commitAnswer(flush, { asked: position, answer: result.value, verified });
    return { type: 'answered', answer: result.value, events: verified.events, again };
  }
  if (result.problem.type === 'refused') return refusedAsAWhole(flush, items, result.problem.problem);
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
