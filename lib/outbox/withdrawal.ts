import type { OutboxItem, Withdrawal } from './item';
import { baseOf } from './item-base';
import { wasEverSent } from './was-sent';

const DAY = 24 * 60 * 60 * 1000;
/** How long the sealed copy of a withdrawn item stays, so that a mistake can be undone. */
export const UNDO_DAYS = 30;

type WithdrawnItem = OutboxItem & { readonly state: 'needs-attention'; readonly problem: Withdrawal };

/** Whether a person took the item back. */
export function isWithdrawn(item: OutboxItem): item is WithdrawnItem {
  return item.state === 'needs-attention' && item.problem.code === 'withdrawn';
}

/** Whether the sealed bytes are still here. */
export function hasItsBytes({ submission }: OutboxItem): boolean {
  return submission.sealed.ct !== '';
}

/**
 * Whether the server may have the item without this device knowing: it was sent, and the last word was not a refusal of
 * just this item. A receipt that was not believed is no refusal, and what was found damaged here is none of the server's.
 */
export function mayHaveArrived(item: OutboxItem): boolean {
  if (item.state === 'received') return true;
  if (!wasEverSent(item)) return false;
  if (item.state !== 'needs-attention') return true;
  return item.problem.code === 'receipt-not-verified' || item.problem.code === 'damaged';
}

/** Takes an item back. It stays in the list with who did it and when; received and damaged ones cannot be taken back. */
export function withdraw(item: OutboxItem, by: string, now: number): OutboxItem {
  if (item.state === 'received' || isWithdrawn(item)) return item;
  if (item.state === 'needs-attention' && item.problem.code === 'damaged') return item;
  return {
    ...baseOf(item),
    state: 'needs-attention',
    problem: { code: 'withdrawn', at: now, by, mayHaveArrived: mayHaveArrived(item) },
  };
}

/** Lets go of the sealed copy of an item that was withdrawn long ago. What stays says that it was, when and by whom. */
export function buryWithdrawn(item: OutboxItem, now: number): OutboxItem {
  if (!isWithdrawn(item) || !hasItsBytes(item) || now - item.problem.at <= UNDO_DAYS * DAY) return item;
  const { submission } = item;
  return { ...item, submission: { ...submission, sealed: { ...submission.sealed, enc: '', ct: '' } } };
}
