import { settleRequestSchema } from '@/lib/contract/never-arrived-schema';
import { readDevice } from '@/lib/server/auth/read-device';
import { readStaff } from '@/lib/server/auth/read-staff';
import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { readContract } from '@/lib/server/http/read-contract';
import { serverContext } from '@/lib/server/server-context';
import { listNeverArrived } from '@/lib/server/services/never-arrived/list-never-arrived';
import { settleNeverArrived } from '@/lib/server/services/never-arrived/settle-never-arrived';

/** What devices of the caller's stream announced and the server never got, and what a person decided about it. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async ({ request, traceId }) => {
    const context = await serverContext();
    const device = await readDevice(context, request);
    if (!device) return fail({ type: 'unauthenticated' }, traceId);
    if (device.revoked) return fail({ type: 'device-revoked' }, traceId);
    return jsonResponse(await listNeverArrived(context, device));
  },

  POST: async ({ request, traceId }) => {
    const context = await serverContext();
    const device = await readDevice(context, request);
    if (!device) return fail({ type: 'unauthenticated' }, traceId);
    if (device.revoked) return fail({ type: 'device-revoked' }, traceId);
    const body = await readContract(request, settleRequestSchema);
    if (!body.ok) return fail(body.problem, traceId);
    const person = device.centreId === null ? null : await readStaff(context, request);
    const left = await settleNeverArrived(context, device, { person, request: body.value });
    return left.ok ? jsonResponse(left.value) : fail(left.problem, traceId);
  },
});
