import type { CompactSyncResponse, SyncReceipt } from '../../contract/wire';
import { compactAnswer } from '../../crypto/compact-answer';
import type { DeviceActor } from '../auth/actor';
import type { ServerContext } from '../server-context';
import type { NamedItem } from './intake/answer-sheet';
import { quarantineItems } from './intake/quarantine-items';
import { createReceiptReader } from './intake/quick-receipt-text';
import { takeIn } from './intake/take-in';
import { readChanges } from './read-changes';
import { readPosition } from './read-position';

export interface SyncOrder {
  readonly cursor: number;
  readonly items: readonly NamedItem[];
  /** Whether whoever asks can read the form of protocol 2. */
  readonly isCompact: boolean;
  /** Whether what changed before this request is told by the answer to another. */
  readonly isNewsOnly?: boolean;
}

/**
 * One exchange with a device: submissions in, receipts and changes out. A receipt in the answer stands for a committed
 * row. The number of queries does not depend on the number of items.
 */
export async function sync(
  context: ServerContext,
  device: DeviceActor,
  order: SyncOrder,
): Promise<CompactSyncResponse> {
  const before = await readPosition(context.db, device.streamId);
  const receipts: readonly SyncReceipt[] = await takeIn(context, device, order.items, before);
  // A cursor this server never gave out comes from before a restore: such a device is told everything again.
  const cursor = order.cursor > before.lastSeq ? 0 : order.cursor;
  const from = order.isNewsOnly ? before.lastSeq : cursor;
  const page = await readChanges(context.db, device.streamId, from);
  const answer = {
    receipts,
    changes: page.changes,
    cursor: page.cursor,
    epoch: before.epoch,
    backupSeq: before.backupSeq,
    serverTime: new Date(context.now()).toISOString(),
    catalogueVersion: before.catalogueVersion,
    ...(page.more ? { more: true } : {}),
  };
  if (!order.isCompact) return answer;
  return compactAnswer(
    answer,
    order.items.map(({ id, item }) => ({ id, files: filesOf(item) })),
    createReceiptReader(),
  );
}

/** Files that an item announces; of one that cannot be read nobody asks. */
function filesOf(item: unknown): number {
  const { attachments } = (item ?? {}) as { readonly attachments?: unknown };
  return Array.isArray(attachments) ? attachments.length : 0;
}

/** What a revoked device still carries is kept, but not taken in. */
export async function keepFromRevoked(
  context: ServerContext,
  device: DeviceActor,
  items: readonly NamedItem[],
): Promise<void> {
  await quarantineItems(
    context.db,
    device,
    context.now(),
    items.map(({ id, item }) => ({ item, submissionId: id, problem: { code: 'device-revoked' } })),
  );
}
