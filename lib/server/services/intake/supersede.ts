import { and, eq, inArray } from 'drizzle-orm';
import type { ItemProblem } from '../../../contract/wire';
import type { Connection } from '../../db/client';
import { quarantine } from '../../db/schema/quarantine';
import { submissions } from '../../db/schema/submissions';
import type { OpenedItem } from './open-item';

export interface Superseded {
  readonly id: string;
  readonly by: string;
  /** False when it came in the same request and is not written yet. */
  readonly isStored: boolean;
  readonly filesHave: number;
  readonly filesOf: number;
}

export interface SupersedeVerdict {
  readonly superseded: readonly Superseded[];
  readonly refused: ReadonlyMap<string, ItemProblem>;
}

/**
 * Which old submissions the fresh ones take the place of. A correction may name a submission of its own stream, or
 * one that was refused and lies in quarantine; of an old one only the first correction counts, and none once it was
 * accepted by the department.
 */
export async function decideSupersedes(
  tx: Connection,
  streamId: string,
  fresh: readonly OpenedItem[],
): Promise<SupersedeVerdict> {
  const wanted = fresh.flatMap(({ submission: { id, supersedes } }) =>
    supersedes ? [{ by: id, id: supersedes }] : [],
  );
  const refused = new Map<string, ItemProblem>();
  if (wanted.length === 0) return { superseded: [], refused };
  const ids = wanted.map((one) => one.id);
  const rows = await tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.streamId, streamId), inArray(submissions.id, ids)));
  const stored = new Map(rows.map((row) => [row.id, row]));
  const kept = await tx
    .select({ id: quarantine.submissionId })
    .from(quarantine)
    .where(and(eq(quarantine.streamId, streamId), inArray(quarantine.submissionId, ids)));
  const quarantined = new Set(kept.map((row) => row.id));
  const fileCounts = new Map(fresh.map(({ submission }) => [submission.id, submission.attachments.length]));
  const gone = new Set<string>();
  const superseded: Superseded[] = [];
  for (const { id, by } of wanted) {
    const row = stored.get(id);
    const announced = fileCounts.get(id);
    if (!row && (announced === undefined || id === by)) {
      if (!quarantined.has(id)) refused.set(by, { code: 'supersedes-unknown' });
      continue;
    }
    if (gone.has(id) || row?.supersededBy || row?.status === 'accepted')
      refused.set(by, { code: 'conflict' });
    else
      superseded.push({
        id,
        by,
        isStored: row !== undefined,
        filesHave: row?.filesHave ?? 0,
        filesOf: row?.filesOf ?? announced ?? 0,
      });
    gone.add(id);
  }
  return { superseded, refused };
}
