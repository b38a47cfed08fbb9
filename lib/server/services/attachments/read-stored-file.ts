import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { and, desc, eq, sql } from 'drizzle-orm';
import { appendAudit } from '../../audit/append-audit';
import { whoIsStaff } from '../../audit/who';
import type { StaffActor } from '../../auth/actor';
import { attachments } from '../../db/schema/attachments';
import { submissions } from '../../db/schema/submissions';
import type { ServerContext } from '../../server-context';
import { deskScope } from '../desk-scope';

export interface StoredBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/**
 * A stored file of a case this person may see; undefined for any other. Without `caseId` the id of the file has to do:
 * a corrected application may carry the same one, and then the newest counts.
 */
export async function readStoredFile(
  context: ServerContext,
  actor: StaffActor,
  { caseId, attachmentId }: { readonly caseId: string | null; readonly attachmentId: string },
): Promise<StoredBytes | undefined> {
  const [row] = await context.db
    .select({ caseId: submissions.id, path: attachments.path, mediaType: attachments.storedMediaType })
    .from(attachments)
    .innerJoin(
      submissions,
      and(eq(submissions.streamId, attachments.streamId), eq(submissions.id, attachments.submissionId)),
    )
    .where(
      and(
        deskScope(actor),
        eq(attachments.id, attachmentId),
        eq(attachments.state, 'stored'),
        caseId === null ? undefined : eq(submissions.id, caseId),
      ),
    )
    .orderBy(sql`${submissions.supersededBy} IS NOT NULL`, desc(submissions.receivedAt))
    .limit(1);
  if (!row?.path) return undefined;
  await appendAudit(context.db, actor.userId, [
    { ...whoIsStaff(actor), action: 'file.read', cases: [row.caseId], detail: { file: attachmentId } },
  ]);
  const bytes = await readFile(path.join(context.config.dataDir, row.path));
  return { bytes: new Uint8Array(bytes), mediaType: row.mediaType ?? 'application/octet-stream' };
}
