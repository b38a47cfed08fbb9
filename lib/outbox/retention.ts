import type { OutboxItem } from './item';

/**
 * Lets go of the sealed copy once the server's backup holds the item (same epoch, `seq` ≤ `backupSeq`). The header,
 * the receipt and the row stay. Until then a restored server can be offered it again.
 */
export function letGo(
  item: OutboxItem,
  mark: { readonly epoch: string; readonly backupSeq: number },
): OutboxItem {
  if (item.state !== 'received' || item.released || !isBackedUp(item.receipt, mark)) return item;
  const { submission } = item;
  return {
    ...item,
    submission: { ...submission, sealed: { ...submission.sealed, enc: '', ct: '' } },
    released: true,
  };
}

const isBackedUp = (
  receipt: { readonly epoch: string; readonly seq: number },
  mark: { readonly epoch: string; readonly backupSeq: number },
) => receipt.epoch === mark.epoch && receipt.seq <= mark.backupSeq;
