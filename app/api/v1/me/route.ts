import { defineRoute } from '@/lib/server/http/define-route';
import { jsonResponse } from '@/lib/server/http/json-response';
import { forStaff } from '@/lib/server/http/staff-route';
import { describeMe } from '@/lib/server/services/describe-me';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: forStaff(async ({ context, actor }) => jsonResponse(await describeMe(context.db, actor))),
});
