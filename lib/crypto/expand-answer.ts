import { SIGNATURE_CHARS } from '../contract/sync-schema';
import type {
  Change,
  CompactSyncResponse,
  SignedReceipts,
  SyncReceipt,
  SyncResponse,
  WireSubmission,
} from '../contract/wire';
import { receiptText } from './receipt-text';
import { submissionHash } from './submission-hash';

/**
 * The answer as protocol 1 gives it: each receipt a whole JWS again, each change said. `sent` are the submissions of the
 * request, in order: their hashes are taken here, never from the line. Undefined when a receipt stands at a place that
 * the request does not have or that another has: then it is no answer. Nothing is verified here. `breathe` is awaited before each.
 */
export async function expandAnswer(
  { signed = [], ...said }: CompactSyncResponse,
  sent: readonly WireSubmission[],
  breathe?: () => Promise<void>,
): Promise<SyncResponse | undefined> {
  if (signed.length === 0) return said;
  const byPlace = new Map<number, SyncReceipt>();
  const news: Change[] = [];
  for (const group of signed) {
    for (const [index, signature] of signaturesOf(group).entries()) {
      const place = group.from + index;
      const submission = sent[place];
      if (submission === undefined || byPlace.has(place)) return undefined;
      await breathe?.();
      const { id, attachments } = submission;
      const { outcome, kid, at, epoch = said.epoch } = group;
      const seq = group.seq + index;
      const claims = { id, sha256: await submissionHash(submission), seq, epoch, at };
      byPlace.set(place, { id, outcome, receipt: receiptText({ kid, claims, signature }) });
      if (!group.news) continue;
      const files = { have: 0, of: attachments.length };
      news.push({ submissionId: id, seq, status: 'received', at, files });
    }
  }
  const receipts = inOrder(byPlace, said.receipts);
  return receipts && { ...said, receipts, changes: merged(said.changes, news) };
}

function signaturesOf({ signatures }: SignedReceipts): readonly string[] {
  return Array.from({ length: signatures.length / SIGNATURE_CHARS }, (_, index) =>
    signatures.slice(index * SIGNATURE_CHARS, (index + 1) * SIGNATURE_CHARS),
  );
}

/** The whole receipts go where none of the others is; undefined when a place stays empty. */
function inOrder(
  byPlace: ReadonlyMap<number, SyncReceipt>,
  whole: readonly SyncReceipt[],
): readonly SyncReceipt[] | undefined {
  const all: SyncReceipt[] = [];
  let next = 0;
  for (let place = 0; place < byPlace.size + whole.length; place += 1) {
    const receipt = byPlace.get(place) ?? whole[next++];
    if (receipt === undefined) return undefined;
    all.push(receipt);
  }
  return all;
}

const merged = (changes: readonly Change[], news: readonly Change[]): readonly Change[] =>
  news.length === 0 ? changes : [...changes, ...news].sort((a, b) => a.seq - b.seq);
