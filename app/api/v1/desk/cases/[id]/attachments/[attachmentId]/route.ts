import { defineRoute } from '@/lib/server/http/define-route';
import { fileResponse } from '@/lib/server/http/file-response';
import { forStaff } from '@/lib/server/http/staff-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute(
  '/api/v1/desk/cases/[id]/attachments/[attachmentId]',
  { GET: forStaff((call) => fileResponse(call, call.params.id, call.params.attachmentId)) },
  { anyMedia: true },
);
