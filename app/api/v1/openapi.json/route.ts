import { openApiDocument } from '@/lib/contract/open-api';
import { defineRoute } from '@/lib/server/http/define-route';
import { jsonResponse } from '@/lib/server/http/json-response';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/openapi.json', {
  GET: async () => jsonResponse(openApiDocument({ title: 'Sheba Setu', version: '1' })),
});
