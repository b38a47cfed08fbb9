import { isId } from '@/lib/server/http/case-response';
import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { forStaff } from '@/lib/server/http/staff-route';
import { readCaseAudit } from '@/lib/server/services/read-case-audit';

/** Who looked at a case. Not for those whose looking it is about. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/desk/cases/[id]/audit', {
  GET: forStaff(async ({ context, actor, params, traceId }) => {
    const found = isId(params.id) ? await readCaseAudit(context.db, actor, params.id) : undefined;
    return found ? jsonResponse(found) : fail({ type: 'not-found' }, traceId);
  }),
});
