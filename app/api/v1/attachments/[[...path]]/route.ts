import { readDevice } from '@/lib/server/auth/read-device';
import { hasTicket, readTicketDevice } from '@/lib/server/auth/read-ticket';
import { defineRoute, type Handler } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { serverContext } from '@/lib/server/server-context';
import { uploadsOf } from '@/lib/server/services/attachments/answer-upload';

/**
 * tus 1.0 for files that were announced with a submission this device's stream has sent. Under another device's ticket
 * only for submissions of that very device, and nothing that was begun is ended.
 */
const upload: Handler = async ({ request, params, traceId }) => {
  const context = await serverContext();
  const onBehalf = hasTicket(request);
  const device = await (onBehalf ? readTicketDevice : readDevice)(context, request);
  if (!device) return fail({ type: 'unauthenticated' }, traceId);
  if (device.revoked) return fail({ type: 'device-revoked' }, traceId);
  if (onBehalf && request.method === 'DELETE') return fail({ type: 'forbidden' }, traceId);
  return uploadsOf(context).answer({ request, device, onBehalf, traceId }, params.path ?? '');
};

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute(
  '/api/v1/attachments/[[...path]]',
  { HEAD: upload, POST: upload, PATCH: upload, DELETE: upload },
  { anyMedia: true },
);
