import { TICKET_AUDIENCE } from '@/lib/contract/relay-schema';
import { defineRoute } from '@/lib/server/http/define-route';
import { forDevice } from '@/lib/server/http/device-route';
import { jsonResponse } from '@/lib/server/http/json-response';

/** The ticket with which others may hand in this device's sealed work. A call of its own, so that old clients meet no new field. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/ticket', {
  GET: forDevice(async ({ context, device }) => {
    const at = new Date(context.now()).toISOString();
    const ticket = await context.keys.signTicket({ aud: TICKET_AUDIENCE, device: device.deviceId, at });
    return jsonResponse({ ticket });
  }),
});
