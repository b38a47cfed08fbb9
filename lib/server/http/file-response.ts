import { log } from '../log';
import { readStoredFile } from '../services/attachments/read-stored-file';
import { isId } from './case-response';
import { downloadResponse, fileName } from './download-response';
import { fail } from './fail';
import type { StaffCall } from './staff-route';

/** A stored file of a case this person may see; `caseId` null = of any such case. */
export async function fileResponse(
  { context, actor, traceId }: StaffCall,
  caseId: string | null | undefined,
  attachmentId: string | undefined,
): Promise<Response> {
  if (!isId(attachmentId) || (caseId !== null && !isId(caseId))) return fail({ type: 'not-found' }, traceId);
  const file = await readStoredFile(context, actor, { caseId, attachmentId });
  if (!file) return fail({ type: 'not-found' }, traceId);
  log.info({ traceId, by: actor.userId, attachment: attachmentId }, 'file read');
  return downloadResponse(file, fileName(attachmentId, file.mediaType));
}
