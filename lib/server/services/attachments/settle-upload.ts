import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { and, eq } from 'drizzle-orm';
import type { ProblemCode } from '../../../contract/problem';
import { decryptFile } from '../../../crypto/file-box';
import { assert } from '../../../shared/assert';
import { err, ok, type Result } from '../../../shared/result';
import { submissions } from '../../db/schema/submissions';
import type { ServerContext } from '../../server-context';
import { writeDurably } from '../../storage/durable-file';
import { type CleanFile, cleanFile } from './clean-file';
import type { AttachmentRow } from './find-attachment';
import { recordRefused, recordStored } from './record-file';

export type SettleProblem = { readonly type: 'refused'; readonly code: ProblemCode; readonly again: boolean };

/**
 * Takes a file that arrived whole at `uploaded`: checks its hash, opens it, cleans it, writes it durably and only then
 * counts it. `again`: the bytes were damaged on the way, so sending them anew can help; otherwise it is refused for good.
 */
export async function settleUpload(
  context: ServerContext,
  file: AttachmentRow,
  uploaded: string,
): Promise<Result<void, SettleProblem>> {
  const box = await readFile(uploaded);
  if (sha256(box) !== file.sha256) return err({ type: 'refused', code: 'checksum-mismatch', again: true });
  const now = new Date(context.now());
  const clean = await openAndClean(context, file, new Uint8Array(box));
  if (!clean.ok) {
    await recordRefused(context.db, file, clean.problem.code, now);
    return clean;
  }
  const { bytes, mediaType } = clean.value;
  const place = path.join('attachments', file.submissionId.slice(0, 2), file.submissionId, file.id);
  await writeDurably(path.join(context.config.dataDir, place), bytes);
  const stored = { path: place, mediaType, bytes: bytes.byteLength, sha256: sha256(bytes) };
  await recordStored(context.db, file, stored, now);
  return ok(undefined);
}

async function openAndClean(
  context: ServerContext,
  file: AttachmentRow,
  box: Uint8Array<ArrayBuffer>,
): Promise<Result<CleanFile, SettleProblem>> {
  const [row] = await context.db
    .select({ content: submissions.content })
    .from(submissions)
    .where(and(eq(submissions.streamId, file.streamId), eq(submissions.id, file.submissionId)));
  const key = row?.content.fileKeys[file.id];
  assert(key, 'intake let nothing in without the keys of its files');
  const plain = await decryptFile(box, key, { submissionId: file.submissionId, attachmentId: file.id });
  if (!plain.ok) return err({ type: 'refused', code: 'unseal-failed', again: false });
  const clean = await cleanFile(plain.value);
  return clean.ok ? clean : err({ type: 'refused', code: clean.problem.type, again: false });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
