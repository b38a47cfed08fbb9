import { and, eq } from 'drizzle-orm';
import type { CaseStatus, DecisionRequest } from '../../contract/wire';
import type { Result } from '../../shared/result';
import { err, ok } from '../../shared/result';
import { appendAudit } from '../audit/append-audit';
import { whoIsStaff } from '../audit/who';
import type { StaffActor } from '../auth/actor';
import type { Database } from '../db/client';
import { runTransaction } from '../db/run-transaction';
import { submissions } from '../db/schema/submissions';
import { appendEvents, lockStream } from './append-events';
import { deskScope } from './desk-scope';
import { findCase } from './open-case';

export type DecisionProblem = { readonly type: 'not-found' | 'version-stale' | 'conflict' };

const STATUS = { accept: 'accepted', return: 'returned', reject: 'rejected' } as const satisfies Record<
  string,
  CaseStatus
>;

/**
 * Decides a received case as somebody read it at `version`. Two officers at once: the second gets `version-stale`.
 * A case that is decided or superseded already is a `conflict`. The decision goes down with the next sync of its stream.
 */
export async function decideCase(
  db: Database,
  actor: StaffActor,
  order: {
    readonly id: string;
    readonly version: number;
    readonly decision: DecisionRequest;
    readonly now: Date;
  },
): Promise<Result<void, DecisionProblem>> {
  const seen = await findCase(db, actor, order.id);
  if (!seen) return err({ type: 'not-found' });
  const note = order.decision.note?.trim() || null;
  const status = STATUS[order.decision.action];
  return runTransaction(db, async (tx) => {
    // Always the stream before its rows: the same order everywhere, so that nobody waits in a ring.
    const lastSeq = await lockStream(tx, seen.streamId);
    const [row] = await tx
      .select()
      .from(submissions)
      .where(and(eq(submissions.streamId, seen.streamId), eq(submissions.id, order.id), deskScope(actor)))
      .for('update');
    if (!row) return err({ type: 'not-found' });
    if (row.version !== order.version) return err({ type: 'version-stale' });
    if (row.status !== 'received') return err({ type: 'conflict' });
    await tx
      .update(submissions)
      .set({ status, statusNote: note, statusAt: order.now, version: row.version + 1 })
      .where(and(eq(submissions.streamId, row.streamId), eq(submissions.id, row.id)));
    const counts = { filesHave: row.filesHave, filesOf: row.filesOf };
    const last = await appendEvents(tx, row.streamId, lastSeq, [
      {
        submissionId: row.id,
        kind: 'status',
        status,
        note,
        statusAt: order.now,
        ...counts,
        byUserId: actor.userId,
        at: order.now,
      },
    ]);
    await appendAudit(tx, row.streamId, [
      {
        ...whoIsStaff(actor),
        action: 'case.decided',
        cases: [row.id],
        numbers: { streamId: row.streamId, first: lastSeq + 1, last },
        detail: { status, version: row.version + 1 },
      },
    ]);
    return ok(undefined);
  });
}
