import { assertNever } from '../shared/assert';
import { isHeldByPerson } from './held';
import type { AttentionReason, FileCount, OutboxItem, StoredReceipt, WaitReason } from './item';
import { baseOf } from './item-base';
import { isHeldBy, LEASE_MS, leaseIsOver } from './lease';
import { reasonAfterRefusal } from './refusal';
import { letGo } from './retention';
import { waitIsOver } from './retry';

import { hasItsBytes, isWithdrawn, withdraw } from './withdrawal';

/** Everything that can happen to an item. `owner` names the flusher whose result this is. */
export type OutboxEvent =
  | { readonly type: 'taken'; readonly owner: string }
  | { readonly type: 'reclaimed' }
  /** The context that held it under this name no longer exists. */
  | { readonly type: 'holder-gone'; readonly owner: string }
  | { readonly type: 'held-back'; readonly reason: WaitReason; readonly retryAt: number }
  | {
      readonly type: 'not-sent';
      readonly owner: string;
      readonly reason: WaitReason;
      readonly retryAt: number;
    }
  | {
      readonly type: 'refused';
      readonly owner: string;
      readonly problem: AttentionReason;
      readonly retryAt: number;
    }
  | { readonly type: 'receipt-verified'; readonly receipt: StoredReceipt }
  /** `afterFailure`: what waits because the server failed goes too. */
  | { readonly type: 'hurried'; readonly afterFailure?: boolean }
  | { readonly type: 'retry-asked' }
  /** A person stops the item, and lets it go again. */
  | { readonly type: 'hold-asked' }
  | { readonly type: 'hold-ended' }
  /** A person takes the item back, and thinks better of it. `by` is the owner of that person's drafts. */
  | { readonly type: 'withdrawn'; readonly by: string }
  | { readonly type: 'withdrawal-undone' }
  | { readonly type: 'epoch-changed'; readonly epoch: string }
  | { readonly type: 'backed-up'; readonly epoch: string; readonly backupSeq: number }
  | { readonly type: 'files-counted'; readonly files: FileCount };

/** The next state of an item; the item itself when the event says nothing to its state. Never nothing: items stay. */
export function transition(item: OutboxItem, event: OutboxEvent, now: number): OutboxItem {
  switch (event.type) {
    case 'taken':
      return take(item, event.owner, now);
    case 'reclaimed':
      return item.state === 'sending' && leaseIsOver(item.lease, now) ? queued(item) : item;
    case 'holder-gone':
      return isHeldBy(item, event.owner) ? queued(item) : item;
    case 'held-back':
      return isDue(item, now) ? wait(item, event) : item;
    case 'not-sent':
      return isHeldBy(item, event.owner) ? wait(item, event) : item;
    case 'refused':
      return isHeldBy(item, event.owner) ? refuse(item, event) : item;
    case 'receipt-verified':
      return receive(item, event.receipt);
    case 'hurried':
      return item.state === 'waiting' && !item.held && isHurried(item.reason, event.afterFailure)
        ? queued(item)
        : item;
    case 'retry-asked':
      return canBeAskedAgain(item) ? queued(letOff(item), 0) : item;
    case 'hold-asked':
      return canGo(item) && !item.held ? { ...item, held: true } : item;
    case 'hold-ended':
      return letOff(item);
    case 'withdrawn':
      return withdraw(item, event.by, now);
    case 'withdrawal-undone':
      return isWithdrawn(item) && hasItsBytes(item) ? queued(item) : item;
    case 'epoch-changed':
      return isLostTo(item, event.epoch) ? queued(item, 0) : item;
    case 'backed-up':
      return letGo(item, event);
    case 'files-counted':
      return item.state === 'received' ? { ...item, files: event.files } : item;
    default:
      return assertNever(event);
  }
}

/** Whether an item may go now. What a person holds never does by itself. */
export function isDue(item: OutboxItem, now: number): boolean {
  if (isHeldByPerson(item)) return false;
  return (
    item.state === 'queued' ||
    (item.state === 'waiting' && waitIsOver(item.retryAt, now, item.reason === 'server-busy'))
  );
}

/** Waits that a returning line or a person ends; what the server asked for is not among them. */
const HURRIED: ReadonlySet<WaitReason> = new Set<WaitReason>(['no-line', 'not-our-server', 'session-needed']);

const isHurried = (reason: WaitReason, afterFailure = false): boolean =>
  HURRIED.has(reason) || (afterFailure && reason === 'server-error');

/** What an item that could go keeps: also whether a person holds it. */
const goingBase = (item: OutboxItem) => ({
  ...baseOf(item),
  ...(isHeldByPerson(item) && { held: true as const }),
});

const queued = (item: OutboxItem, attempts = item.attempts): OutboxItem => ({
  ...goingBase(item),
  attempts,
  state: 'queued',
});

const wait = (
  item: OutboxItem,
  { reason, retryAt }: { readonly reason: WaitReason; readonly retryAt: number },
): OutboxItem => ({
  ...goingBase(item),
  state: 'waiting',
  reason,
  retryAt,
});

/** Takes a due item, or lengthens the lease of one's own. */
function take(item: OutboxItem, owner: string, now: number): OutboxItem {
  const lease = { owner, until: now + LEASE_MS };
  if (isHeldBy(item, owner)) return { ...goingBase(item), state: 'sending', lease };
  if (!isDue(item, now)) return item;
  return { ...baseOf(item), attempts: item.attempts + 1, triedAt: now, state: 'sending', lease };
}

function refuse(
  item: OutboxItem,
  event: { readonly problem: AttentionReason; readonly retryAt: number },
): OutboxItem {
  const reason = reasonAfterRefusal(event.problem, item.attempts);
  if (reason) return wait(item, { reason, retryAt: event.retryAt });
  // Damaged ones are found before their request leaves: this time nothing went, before perhaps.
  const wasSent = event.problem.code !== 'damaged' || (item.wasSent ?? true);
  return { ...baseOf(item), wasSent, state: 'needs-attention', problem: event.problem };
}

/** A verified receipt holds whoever brought it and whatever the item was doing. */
function receive(item: OutboxItem, receipt: StoredReceipt): OutboxItem {
  if (item.state === 'received')
    return item.released || item.receipt.epoch === receipt.epoch ? item : { ...item, receipt };
  return {
    ...baseOf(item),
    state: 'received',
    receipt,
    files: { have: 0, of: item.submission.attachments.length },
    // A receipt later than the end of a withdrawn copy: there is nothing left that could be offered again.
    ...(!hasItsBytes(item) && { released: true as const }),
  };
}

function canBeAskedAgain(item: OutboxItem): boolean {
  if (item.state === 'needs-attention') return item.problem.code !== 'damaged' && !isWithdrawn(item);
  return item.state === 'waiting' || (item.state === 'queued' && item.held === true);
}

type Going = Extract<OutboxItem, { state: 'queued' | 'sending' | 'waiting' }>;

const canGo = (item: OutboxItem): item is Going =>
  item.state === 'queued' || item.state === 'sending' || item.state === 'waiting';

function letOff(item: OutboxItem): OutboxItem {
  if (!canGo(item) || !item.held) return item;
  const { held: _, ...free } = item;
  return free;
}

const isLostTo = (item: OutboxItem, epoch: string) =>
  item.state === 'received' && item.released !== true && item.receipt.epoch !== epoch;
