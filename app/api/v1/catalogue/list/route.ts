import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { knownEtags } from '@/lib/server/http/known-etags';
import { packedRoute, packOnceAs } from '@/lib/server/http/packed-route';
import { serverContext } from '@/lib/server/server-context';
import { readServiceList } from '@/lib/server/services/read-service-list';

const VERSION = /^\d{1,9}$/;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = packedRoute(
  defineRoute('/api/v1/catalogue/list', {
    GET: async ({ request, traceId }) => {
      const { db } = await serverContext();
      const query = new URL(request.url).searchParams;
      const since = query.get('since') ?? '0';
      if (!VERSION.test(since))
        return fail(
          { type: 'validation-failed', errors: [{ pointer: '/since', code: 'invalid_type' }] },
          traceId,
        );
      const { etag, list } = await readServiceList(db, {
        since: Number(since),
        agenciesTag: query.get('agencies'),
        known: knownEtags(request),
      });
      const headers = { etag, 'cache-control': 'no-cache' };
      if (list === null) return new Response(null, { status: 304, headers });
      const isWhole = list.since === 0 && list.agencies !== undefined;
      return jsonResponse(list, { headers: { ...headers, ...(isWhole && packOnceAs(`list ${etag}`)) } });
    },
  }),
);
