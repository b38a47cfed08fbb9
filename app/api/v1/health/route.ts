import { defineRoute } from '@/lib/server/http/define-route';
import { jsonResponse } from '@/lib/server/http/json-response';
import { serverContext } from '@/lib/server/server-context';
import { describeHealth } from '@/lib/server/services/describe-health';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/health', {
  GET: async () => jsonResponse(await describeHealth(await serverContext())),
});
