import { enrolRequestSchema } from '@/lib/contract/device-schema';
import { deviceCookie } from '@/lib/server/auth/device-cookie';
import { rateLimit } from '@/lib/server/auth/rate-limiter';
import { readDevice } from '@/lib/server/auth/read-device';
import { readStaff } from '@/lib/server/auth/read-staff';
import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { readContract } from '@/lib/server/http/read-contract';
import { serverContext } from '@/lib/server/server-context';
import { enrolDevice } from '@/lib/server/services/enrol-device';
import { moveAnnounced } from '@/lib/server/services/never-arrived/move-announced';

/** Of all phones together: a workshop's twenty at once are nothing, a script that uses up the codes is. */
const enrolments = rateLimit({ name: 'enrol', points: 300, seconds: 60 });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/devices', {
  POST: async ({ request, traceId }) => {
    const context = await serverContext();
    const body = await readContract(request, enrolRequestSchema);
    if (!body.ok) return fail(body.problem, traceId);
    const limit = body.value.kind === 'personal' ? await enrolments.consume('personal') : null;
    if (limit?.ok === false) return fail(limit.problem, traceId);
    const enrolled = await enrolDevice(context.db, await readStaff(context, request), body.value);
    if (!enrolled.ok) return fail(enrolled.problem, traceId);
    const before = await readDevice(context, request);
    if (before) await moveAnnounced(context.db, before, enrolled.value.place);
    const secure = context.config.origin?.startsWith('https:') ?? false;
    const headers = { 'set-cookie': deviceCookie(enrolled.value.credential, secure) };
    return jsonResponse(enrolled.value.response, { status: 201, headers });
  },
});
