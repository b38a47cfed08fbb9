import { parseContract } from '../../contract/parse-contract';
import { uuid } from '../../contract/schema-parts';
import { log } from '../log';
import { openCase } from '../services/open-case';
import { fail } from './fail';
import { jsonResponse } from './json-response';
import type { StaffCall } from './staff-route';

/** Whether an id in a path can be one at all; the database refuses other texts with an error. */
export const isId = (text: string | undefined): text is string => parseContract(uuid, text).ok;

/** One case with its version as ETag. Every reading of personal data leaves a line in the log (ASVS 16.3.2). */
export async function caseResponse({ context, actor, params, traceId }: StaffCall): Promise<Response> {
  const found = isId(params.id) ? await openCase(context.db, actor, params.id) : undefined;
  if (!found) return fail({ type: 'not-found' }, traceId);
  log.info({ traceId, by: actor.userId, case: found.id }, 'case read');
  return jsonResponse(found, { headers: { etag: `"${found.version}"` } });
}
