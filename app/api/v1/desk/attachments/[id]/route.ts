import { defineRoute } from '@/lib/server/http/define-route';
import { fileResponse } from '@/lib/server/http/file-response';
import { forDesk } from '@/lib/server/http/staff-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute(
  { GET: forDesk((call) => fileResponse(call, null, call.params.id)) },
  { anyMedia: true },
);
