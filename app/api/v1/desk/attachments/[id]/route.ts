import { defineRoute } from '@/lib/server/http/define-route';
import { fileResponse } from '@/lib/server/http/file-response';
import { forStaff } from '@/lib/server/http/staff-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute(
  '/api/v1/desk/attachments/[id]',
  { GET: forStaff((call) => fileResponse(call, null, call.params.id)) },
  { anyMedia: true },
);
