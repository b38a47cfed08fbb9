import type { SyncReceipt } from '../../../contract/wire';
import type { Connection } from '../../db/client';
import { isAnyOf } from '../../db/is-any-of';
import { submissions } from '../../db/schema/submissions';
import type { ReadItem } from './read-item';

/**
 * Answers for items the server has already, by id: the same bytes get the same receipt again, whoever brings them;
 * other bytes under the same id are a conflict.
 */
export async function knownReceipts(
  db: Connection,
  items: readonly ReadItem[],
): Promise<ReadonlyMap<string, SyncReceipt>> {
  if (items.length === 0) return new Map();
  const hashById = new Map(items.map((item) => [item.submission.id, item.hash]));
  const rows = await db
    .select({ id: submissions.id, hash: submissions.hash, receipt: submissions.receipt })
    .from(submissions)
    .where(isAnyOf(submissions.id, [...hashById.keys()]));
  return new Map(
    rows.map(({ id, hash, receipt }) => [
      id,
      hash === hashById.get(id)
        ? { id, outcome: 'duplicate', receipt }
        : { id, outcome: 'refused', problem: { code: 'conflict' } },
    ]),
  );
}
