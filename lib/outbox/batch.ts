import { LIMITS } from '../contract/limits';
import type { WireSubmission } from '../contract/wire';
import type { OutboxItem } from './item';
import { isDue } from './transition';

/** What a row of the compact form weighs after gzip beside its ciphertext, about; and one that cannot share a group. */
const ROW_BYTES = 32;
const ALONE_BYTES = 72;
const ATTACHMENT_BYTES = 60;

/** Bytes a submission takes on the line, about: base64url shrinks back to its bytes under gzip. */
export function lineBytes({ sealed, attachments }: WireSubmission): number {
  return (
    (sealed.n === undefined ? ALONE_BYTES : ROW_BYTES) +
    Math.ceil((sealed.ct.length * 3) / 4) +
    attachments.length * ATTACHMENT_BYTES
  );
}

/** What a batch takes on the line, about. */
export const batchBytes = (batch: readonly Pick<OutboxItem, 'submission'>[]): number =>
  batch.reduce((sum, { submission }) => sum + lineBytes(submission), 0);

/** Older first; the id decides between two of one millisecond. */
export function byAge(a: OutboxItem, b: OutboxItem): number {
  return a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The items to send next: due ones, oldest first, until `bytes` are full. When the batch goes alone at least one, however
 * heavy, so that nothing waits for ever behind a small budget; one that goes beside others does not pass a heavy one by.
 */
export function chooseBatch(
  items: readonly OutboxItem[],
  {
    now,
    bytes,
    except,
    beside = false,
  }: {
    readonly now: number;
    readonly bytes: number;
    readonly except: ReadonlySet<string>;
    readonly beside?: boolean;
  },
): readonly OutboxItem[] {
  const due = items.filter((item) => isDue(item, now) && !except.has(item.id)).sort(byAge);
  const batch: OutboxItem[] = [];
  let weight = 0;
  for (const item of due) {
    weight += lineBytes(item.submission);
    if ((beside || batch.length > 0) && (weight > bytes || batch.length >= LIMITS.submissionsPerSync)) break;
    batch.push(item);
  }
  return batch;
}
