import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { readCaseQuery } from '@/lib/server/http/read-case-query';
import { forStaff } from '@/lib/server/http/staff-route';
import { listCases } from '@/lib/server/services/list-cases';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/desk/cases', {
  GET: forStaff(async ({ request, context, actor, traceId }) => {
    const query = readCaseQuery(new URL(request.url).searchParams);
    if (!query.ok) return fail(query.problem, traceId);
    return jsonResponse(await listCases(context.db, actor, query.value));
  }),
});
