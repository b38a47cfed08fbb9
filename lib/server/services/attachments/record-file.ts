import { and, eq, sql } from 'drizzle-orm';
import type { ProblemCode } from '../../../contract/problem';
import { assert } from '../../../shared/assert';
import { appendAudit } from '../../audit/append-audit';
import type { AuditEntry } from '../../audit/audit-entry';
import type { Connection, Database } from '../../db/client';
import { runTransaction } from '../../db/run-transaction';
import { attachments } from '../../db/schema/attachments';
import { submissions } from '../../db/schema/submissions';
import { appendEvents, lockStream } from '../append-events';
import type { AttachmentRow } from './find-attachment';

export interface StoredFile {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Counts a file that lies safely on disk, once, and tells the centre with its next sync. */
export function recordStored(
  db: Database,
  file: AttachmentRow,
  stored: StoredFile,
  now: Date,
): Promise<void> {
  return runTransaction(db, async (tx) => {
    const lastSeq = await lockStream(tx, file.streamId);
    const settled = await settle(tx, file, {
      state: 'stored',
      path: stored.path,
      storedMediaType: stored.mediaType,
      storedBytes: stored.bytes,
      storedSha256: stored.sha256,
      settledAt: now,
    });
    if (!settled) return;
    const [row] = await tx
      .update(submissions)
      .set({ filesHave: sql`${submissions.filesHave} + 1` })
      .where(and(eq(submissions.streamId, file.streamId), eq(submissions.id, file.submissionId)))
      .returning();
    assert(row, 'a file belongs to a submission');
    const { status, statusNote: note, statusAt, filesHave, filesOf } = row;
    const submissionId = file.submissionId;
    const last = await appendEvents(tx, file.streamId, lastSeq, [
      { submissionId, kind: 'files', status, note, statusAt, filesHave, filesOf, at: now },
    ]);
    const numbers = { streamId: file.streamId, first: lastSeq + 1, last };
    await appendAudit(tx, file.streamId, [{ ...entryOf(file), action: 'file.stored', numbers }]);
  });
}

/** Remembers that a file can never be taken, so that it is not sent again and again. */
export async function recordRefused(
  db: Database,
  file: AttachmentRow,
  problem: ProblemCode,
  now: Date,
): Promise<void> {
  await runTransaction(db, async (tx) => {
    if (!(await settle(tx, file, { state: 'refused', problem, settledAt: now }))) return;
    const { detail, ...entry } = entryOf(file);
    await appendAudit(tx, file.streamId, [
      { ...entry, action: 'file.refused', outcome: 'refused', detail: { ...detail, code: problem } },
    ]);
  });
}

const entryOf = (file: AttachmentRow): Omit<AuditEntry, 'action'> => ({
  person: null,
  role: 'device',
  deviceId: file.broughtBy,
  cases: [file.submissionId],
  detail: { file: file.id },
});

/** False when the file was settled before. */
async function settle(
  db: Connection,
  file: AttachmentRow,
  change: Partial<typeof attachments.$inferInsert>,
): Promise<boolean> {
  const rows = await db
    .update(attachments)
    .set(change)
    .where(
      and(
        eq(attachments.streamId, file.streamId),
        eq(attachments.submissionId, file.submissionId),
        eq(attachments.id, file.id),
        eq(attachments.state, 'waiting'),
      ),
    )
    .returning({ id: attachments.id });
  return rows.length > 0;
}
