import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { serverContext } from '@/lib/server/server-context';
import { catalogueVersion, readCatalogue } from '@/lib/server/services/read-catalogue';

const VERSION = /^\d{1,9}$/;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute({
  GET: async ({ request, traceId }) => {
    const { db } = await serverContext();
    const since = new URL(request.url).searchParams.get('since') ?? '0';
    if (!VERSION.test(since))
      return fail(
        { type: 'validation-failed', errors: [{ pointer: '/since', code: 'invalid_type' }] },
        traceId,
      );
    const version = await catalogueVersion(db);
    const etag = `"c${version}-${Number(since)}"`;
    const headers = { etag, 'cache-control': 'no-cache' };
    const known = (request.headers.get('if-none-match') ?? '')
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''));
    // Whoever has all of this version and asks what came after it has nothing to hear, whichever question brought it.
    const isNewest = Number(since) === version && known.some((tag) => tag.startsWith(`"c${version}-`));
    if (isNewest || known.includes(etag)) return new Response(null, { status: 304, headers });
    return jsonResponse(await readCatalogue(db, Number(since)), { headers });
  },
});
