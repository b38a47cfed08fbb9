import { defineRoute, type Handler } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';

/** Addresses that do not exist answer like the rest of the API: a page in HTML would look like a portal's. */
const nothing: Handler = async ({ traceId }) => fail({ type: 'not-found' }, traceId);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute(
  '/api/[...rest]',
  { GET: nothing, POST: nothing, PUT: nothing, PATCH: nothing, DELETE: nothing, OPTIONS: nothing },
  { anyMedia: true },
);
