import * as z from 'zod/mini';
import { parseContract } from '../contract/parse-contract';
import { uuid } from '../contract/schema-parts';
import type { CarriedPackage } from '../local/carry-store';
import type { OutboxStore, ReceiptVerifier } from '../outbox/ports';
import { transition } from '../outbox/transition';
import { err, ok, type Result } from '../shared/result';

export const RECEIPTS_FORMAT = 'sheba-setu-receipts';
/** How such a file begins, byte for byte. */
export const RECEIPTS_BEGINS = `{"format":"${RECEIPTS_FORMAT}","v":`;
/** A thousand receipts are 400 KB. */
export const MOST_RECEIPTS_BYTES = 8 * 1024 * 1024;

const schema = z.object({
  format: z.literal(RECEIPTS_FORMAT),
  v: z.literal(1),
  deviceCode: z.nullable(z.string()),
  receipts: z.array(z.object({ id: uuid, receipt: z.string().check(z.maxLength(4096)) })),
});

/** The server's signed words for what a package held, as a small file for the first device. Holds no answer and no name. */
export function receiptsFile({ head, items }: CarriedPackage): string {
  const receipts = items.flatMap(({ id, receipt }) => (receipt === undefined ? [] : [{ id, receipt }]));
  return JSON.stringify({ format: RECEIPTS_FORMAT, v: 1, deviceCode: head.deviceCode, receipts });
}

export type ReceiptsProblem = {
  readonly type: 'not-whole' | 'newer' | 'not-for-this-device' | 'receipts-not-verified';
};

/** How many applications of this device the file says have arrived, and how many of them were still thought to wait. */
export interface ReceiptsTaken {
  readonly confirmed: number;
  readonly changed: number;
}

/**
 * Takes over receipts that somebody brought, without a line: each counts only when signature, id and hash are right for
 * exactly the bytes that lie in this queue. What the file says of other devices is passed over.
 */
export async function takeReceipts(
  {
    store,
    verifier,
    now,
  }: { readonly store: OutboxStore; readonly verifier: ReceiptVerifier; readonly now: () => number },
  text: string,
): Promise<Result<ReceiptsTaken, ReceiptsProblem>> {
  const value = jsonOf(text) as { readonly v?: unknown } | null;
  if (value === null) return err({ type: 'not-whole' });
  if (typeof value.v === 'number' && value.v > 1) return err({ type: 'newer' });
  const parsed = parseContract(schema, value);
  if (!parsed.ok) return err({ type: 'not-whole' });
  const good = new Map<
    string,
    { readonly jws: string; readonly seq: number; readonly epoch: string; readonly at: string }
  >();
  let own = 0;
  for (const { id, receipt } of parsed.value.receipts) {
    const item = await store.get(id);
    // Once the seal was let go there is nothing to compare with, and nothing to learn.
    if (item === undefined || (item.state === 'received' && item.released)) continue;
    own += 1;
    const sha256 = await verifier.submissionHash(item).catch(() => null);
    const verified = sha256 === null ? null : await verifier.verify(receipt, { id, sha256 });
    if (!verified?.ok) continue;
    const { seq, epoch, at } = verified.value;
    good.set(id, { jws: receipt, seq, epoch, at });
  }
  if (own === 0) return err({ type: 'not-for-this-device' });
  if (good.size === 0) return err({ type: 'receipts-not-verified' });
  let changed = 0;
  await store.update([...good.keys()], (item) => {
    const receipt = good.get(item.id);
    // A receipt confirmed by the server itself since then knows more.
    if (receipt === undefined || item.state === 'received') return undefined;
    changed += 1;
    return transition(item, { type: 'receipt-verified', receipt }, now());
  });
  return ok({ confirmed: good.size, changed });
}

function jsonOf(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
