import { caseResponse } from '@/lib/server/http/case-response';
import { defineRoute } from '@/lib/server/http/define-route';
import { forDesk } from '@/lib/server/http/staff-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({ GET: forDesk(caseResponse) });
