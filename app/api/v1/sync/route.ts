import { CHECK_IN_HEADER, NEVER_ARRIVED_HEADER } from '@/lib/contract/check-in';
import { LIMITS } from '@/lib/contract/limits';
import { deviceCookie, readDeviceCookie } from '@/lib/server/auth/device-cookie';
import { readDevice } from '@/lib/server/auth/read-device';
import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { readJsonBody } from '@/lib/server/http/read-json-body';
import { serverContext } from '@/lib/server/server-context';
import { takeCheckIn } from '@/lib/server/services/never-arrived/take-check-in';
import { noteContact } from '@/lib/server/services/note-contact';
import { readSyncRequest } from '@/lib/server/services/read-sync-request';
import { keepFromRevoked, sync } from '@/lib/server/services/sync';
import { syncGateOf } from '@/lib/server/services/sync-gate';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  POST: async ({ request, traceId }) => {
    const context = await serverContext();
    const device = await readDevice(context, request);
    if (!device) return fail({ type: 'unauthenticated' }, traceId);
    const body = await readJsonBody(request, LIMITS.syncBodyBytes);
    if (!body.ok) return fail(body.problem, traceId);
    const order = readSyncRequest(body.value);
    if (!order.ok) return fail(order.problem, traceId);
    if (device.revoked) {
      await keepFromRevoked(context, device, order.value.items);
      return fail({ type: 'device-revoked' }, traceId);
    }
    // Behind the body: a slow line must not keep a place that others wait for.
    const call = { caller: device.deviceId, weight: 1 + order.value.items.length };
    const answer = await syncGateOf(context).run(call, () => sync(context, device, order.value));
    if (!answer.ok) return fail(answer.problem, traceId);
    const credential = readDeviceCookie(request);
    const isNewDay = await noteContact(context, device);
    const secure = context.config.origin?.startsWith('https:') ?? false;
    const text = request.headers.get(CHECK_IN_HEADER);
    const tag =
      text === null ? null : await takeCheckIn(context, device, { text, epoch: answer.value.epoch });
    return jsonResponse(answer.value, {
      headers: {
        ...(isNewDay && credential ? { 'set-cookie': deviceCookie(credential, secure) } : {}),
        ...(tag === null ? {} : { [NEVER_ARRIVED_HEADER]: tag }),
      },
    });
  },
});
