import { and, asc, eq, gt } from 'drizzle-orm';
import { LIMITS } from '../../contract/limits';
import type { Change } from '../../contract/wire';
import type { Connection } from '../db/client';
import { submissionEvents } from '../db/schema/submission-events';

export interface ChangePage {
  readonly changes: readonly Change[];
  readonly cursor: number;
  readonly more: boolean;
}

/** The next changes of a stream after `cursor`, oldest first, and the cursor to ask with next time. */
export async function readChanges(db: Connection, streamId: string, cursor: number): Promise<ChangePage> {
  const rows = await db
    .select({
      submissionId: submissionEvents.submissionId,
      seq: submissionEvents.seq,
      status: submissionEvents.status,
      statusAt: submissionEvents.statusAt,
      note: submissionEvents.note,
      filesHave: submissionEvents.filesHave,
      filesOf: submissionEvents.filesOf,
    })
    .from(submissionEvents)
    .where(and(eq(submissionEvents.streamId, streamId), gt(submissionEvents.seq, cursor)))
    .orderBy(asc(submissionEvents.seq))
    .limit(LIMITS.changesPerSync + 1);
  const page = rows.slice(0, LIMITS.changesPerSync);
  return {
    changes: page.map((row) => ({
      submissionId: row.submissionId,
      seq: row.seq,
      status: row.status,
      at: row.statusAt.toISOString(),
      ...(row.note === null ? {} : { note: row.note }),
      files: { have: row.filesHave, of: row.filesOf },
    })),
    cursor: page.at(-1)?.seq ?? cursor,
    more: rows.length > page.length,
  };
}
