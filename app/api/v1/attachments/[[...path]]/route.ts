import { readDevice } from '@/lib/server/auth/read-device';
import { defineRoute, type Handler } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { serverContext } from '@/lib/server/server-context';
import { uploadsOf } from '@/lib/server/services/attachments/answer-upload';

/** tus 1.0 for files that were announced with a submission this device's stream has sent. */
const upload: Handler = async ({ request, params, traceId }) => {
  const context = await serverContext();
  const device = await readDevice(context, request);
  if (!device) return fail({ type: 'unauthenticated' }, traceId);
  if (device.revoked) return fail({ type: 'device-revoked' }, traceId);
  return uploadsOf(context).answer({ request, device, traceId }, params.path ?? '');
};

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute(
  { HEAD: upload, POST: upload, PATCH: upload, DELETE: upload },
  { anyMedia: true },
);
