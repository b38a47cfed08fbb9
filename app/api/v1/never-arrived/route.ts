import { settleRequestSchema } from '@/lib/contract/never-arrived-schema';
import { readStaff } from '@/lib/server/auth/read-staff';
import { defineRoute } from '@/lib/server/http/define-route';
import { forDevice } from '@/lib/server/http/device-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { readContract } from '@/lib/server/http/read-contract';
import { listNeverArrived } from '@/lib/server/services/never-arrived/list-never-arrived';
import { settleNeverArrived } from '@/lib/server/services/never-arrived/settle-never-arrived';

/** What devices of the caller's stream announced and the server never got, and what a person decided about it. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/never-arrived', {
  GET: forDevice(async ({ context, device }) => jsonResponse(await listNeverArrived(context, device))),

  POST: forDevice(async ({ request, context, device, traceId }) => {
    const body = await readContract(request, settleRequestSchema);
    if (!body.ok) return fail(body.problem, traceId);
    const person = device.centreId === null ? null : await readStaff(context, request);
    const left = await settleNeverArrived(context, device, { person, request: body.value });
    return left.ok ? jsonResponse(left.value) : fail(left.problem, traceId);
  }),
});
