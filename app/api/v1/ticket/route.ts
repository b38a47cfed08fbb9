import { TICKET_AUDIENCE } from '@/lib/contract/relay-schema';
import { readDevice } from '@/lib/server/auth/read-device';
import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { serverContext } from '@/lib/server/server-context';

/** The ticket with which others may hand in this device's sealed work. A call of its own, so that old clients meet no new field. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async ({ request, traceId }) => {
    const context = await serverContext();
    const device = await readDevice(context, request);
    if (!device) return fail({ type: 'unauthenticated' }, traceId);
    if (device.revoked) return fail({ type: 'device-revoked' }, traceId);
    const at = new Date(context.now()).toISOString();
    const ticket = await context.keys.signTicket({ aud: TICKET_AUDIENCE, device: device.deviceId, at });
    return jsonResponse({ ticket });
  },
});
