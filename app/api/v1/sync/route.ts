import { CHECK_IN_HEADER, NEVER_ARRIVED_HEADER } from '@/lib/contract/check-in';
import { LIMITS } from '@/lib/contract/limits';
import { NEWS_ONLY_HEADER } from '@/lib/contract/news-only';
import { deviceCookie, readDeviceCookie } from '@/lib/server/auth/device-cookie';
import { readDevice } from '@/lib/server/auth/read-device';
import { defineRoute, type RouteCall } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { parseBody, receiveBody, type SentBody } from '@/lib/server/http/read-json-body';
import { serverContext } from '@/lib/server/server-context';
import { takeCheckIn } from '@/lib/server/services/never-arrived/take-check-in';
import { noteContact } from '@/lib/server/services/note-contact';
import { readSyncRequest } from '@/lib/server/services/read-sync-request';
import { keepFromRevoked, sync } from '@/lib/server/services/sync';
import { forgetAtTheDoor, letToTheGate } from '@/lib/server/services/sync-door';
import { syncGateOf, weightOf } from '@/lib/server/services/sync-gate';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/sync', {
  POST: async (call) => {
    const { request, traceId } = call;
    const credential = readDeviceCookie(request);
    if (!credential) return fail({ type: 'unauthenticated' }, traceId);
    const context = await serverContext();
    const met = await letToTheGate(context, request, credential);
    if (!met.ok) return fail(met.problem, traceId);
    // Before the gate: a slow line must not keep a place that others wait for.
    const body = await receiveBody(request, LIMITS.syncBodyBytes);
    if (!body.ok) return fail(body.problem, traceId);
    // Everything that costs anything is behind it. With the secret, so that nobody stands in the place of another device.
    const caller = `${credential.deviceId}.${credential.secret}`;
    const weight = weightOf(body.value);
    const gate = syncGateOf(context);
    const answer = await gate.run({ caller, weight }, () => exchange(call, body.value));
    return answer.ok ? answer.value : fail(answer.problem, traceId);
  },
});

async function exchange({ request, traceId }: RouteCall, sent: SentBody): Promise<Response> {
  const context = await serverContext();
  const device = await readDevice(context, request);
  const credential = readDeviceCookie(request);
  if (credential && (device === null || device.revoked)) forgetAtTheDoor(context, credential);
  if (!device) return fail({ type: 'unauthenticated' }, traceId);
  const body = await parseBody(sent);
  if (!body.ok) return fail(body.problem, traceId);
  const order = readSyncRequest(body.value);
  if (!order.ok) return fail(order.problem, traceId);
  if (device.revoked) {
    await keepFromRevoked(context, device, order.value.items);
    return fail({ type: 'device-revoked' }, traceId);
  }
  const isNewsOnly = request.headers.has(NEWS_ONLY_HEADER);
  const answer = await sync(context, device, { ...order.value, isNewsOnly });
  const isNewDay = await noteContact(context, device);
  const secure = context.config.origin?.startsWith('https:') ?? false;
  const text = request.headers.get(CHECK_IN_HEADER);
  const tag = text === null ? null : await takeCheckIn(context, device, { text, epoch: answer.epoch });
  return jsonResponse(answer, {
    headers: {
      ...(isNewDay && credential ? { 'set-cookie': deviceCookie(credential, secure) } : {}),
      ...(tag === null ? {} : { [NEVER_ARRIVED_HEADER]: tag }),
    },
  });
}
