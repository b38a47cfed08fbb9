import { caseResponse } from '@/lib/server/http/case-response';
import { defineRoute } from '@/lib/server/http/define-route';
import { forStaff } from '@/lib/server/http/staff-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/desk/cases/[id]', {
  GET: forStaff(caseResponse),
});
