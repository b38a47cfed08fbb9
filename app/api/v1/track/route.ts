import { trackQuerySchema } from '@/lib/contract/case-schema';
import { parseContract } from '@/lib/contract/parse-contract';
import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { serverContext } from '@/lib/server/server-context';
import { trackWithLimit } from '@/lib/server/services/track-with-limit';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/track', {
  GET: async ({ request, traceId }) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const parsed = parseContract(trackQuerySchema, query);
    if (!parsed.ok) return fail({ type: 'validation-failed', errors: parsed.problem.errors }, traceId);
    const answer = await trackWithLimit(await serverContext(), parsed.value);
    return answer.ok ? jsonResponse(answer.value) : fail(answer.problem, traceId);
  },
});
