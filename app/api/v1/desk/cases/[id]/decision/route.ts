import { decisionRequestSchema } from '@/lib/contract/case-schema';
import { caseResponse, isId } from '@/lib/server/http/case-response';
import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { readContract } from '@/lib/server/http/read-contract';
import { readIfMatch } from '@/lib/server/http/read-if-match';
import { forStaff } from '@/lib/server/http/staff-route';
import { log } from '@/lib/server/log';
import { decideCase } from '@/lib/server/services/decide-case';
import { findCase } from '@/lib/server/services/open-case';

const decide = forStaff(async (call) => {
  const { request, context, actor, params, traceId } = call;
  const { id } = params;
  if (!isId(id) || !(await findCase(context.db, actor, id))) return fail({ type: 'not-found' }, traceId);
  const body = await readContract(request, decisionRequestSchema);
  if (!body.ok) return fail(body.problem, traceId);
  const version = readIfMatch(request.headers.get('if-match'));
  if (version === null) return fail({ type: 'version-required' }, traceId);
  const now = new Date(context.now());
  const decided = await decideCase(context.db, actor, { id, version, decision: body.value, now });
  if (!decided.ok) return fail(decided.problem, traceId);
  log.info({ traceId, by: actor.userId, case: id, action: body.value.action }, 'case decided');
  return caseResponse(call);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute(
  '/api/v1/desk/cases/[id]/decision',
  { POST: decide },
);
