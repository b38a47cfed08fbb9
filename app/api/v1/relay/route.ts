import { LIMITS } from '@/lib/contract/limits';
import { readTicketDevice } from '@/lib/server/auth/read-ticket';
import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { readJsonBody } from '@/lib/server/http/read-json-body';
import { serverContext } from '@/lib/server/server-context';
import { readRelayRequest } from '@/lib/server/services/read-relay-request';
import { limitRelay, relay } from '@/lib/server/services/relay';
import { keepFromRevoked } from '@/lib/server/services/sync';

/** Sealed work of one device, handed in by whoever has a line. The ticket is read before the body. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/relay', {
  POST: async ({ request, traceId }) => {
    const context = await serverContext();
    const origin = await readTicketDevice(context, request);
    if (!origin) return fail({ type: 'unauthenticated' }, traceId);
    const limit = await limitRelay(origin);
    if (!limit.ok) return fail(limit.problem, traceId);
    const body = await readJsonBody(request, LIMITS.syncBodyBytes);
    if (!body.ok) return fail(body.problem, traceId);
    const order = readRelayRequest(body.value);
    if (!order.ok) return fail(order.problem, traceId);
    if (origin.revoked) {
      await keepFromRevoked(context, origin, order.value.items);
      return fail({ type: 'device-revoked' }, traceId);
    }
    return jsonResponse(await relay(context, origin, order.value.items));
  },
});
