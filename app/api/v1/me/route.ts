import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { forStaff } from '@/lib/server/http/staff-route';
import { describeMe } from '@/lib/server/services/describe-me';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/me', {
  GET: forStaff(async ({ context, actor, traceId }) => {
    const me = await describeMe(context.db, actor);
    return me ? jsonResponse(me) : fail({ type: 'forbidden' }, traceId);
  }),
});
