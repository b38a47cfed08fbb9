import { defineRoute } from '@/lib/server/http/define-route';
import { jsonResponse } from '@/lib/server/http/json-response';
import { serverContext } from '@/lib/server/server-context';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/server-keys', {
  GET: async () => jsonResponse((await serverContext()).keys.published),
});
