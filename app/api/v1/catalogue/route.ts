import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { serverContext } from '@/lib/server/server-context';
import { catalogueHead, readCatalogue } from '@/lib/server/services/read-catalogue';

const VERSION = /^\d{1,9}$/;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/v1/catalogue', {
  GET: async ({ request, traceId }) => {
    const { db } = await serverContext();
    const since = new URL(request.url).searchParams.get('since') ?? '0';
    if (!VERSION.test(since))
      return fail(
        { type: 'validation-failed', errors: [{ pointer: '/since', code: 'invalid_type' }] },
        traceId,
      );
    const { version, hash } = await catalogueHead(db);
    const content = `"c${version}.${hash.slice(0, 16)}-`;
    const etag = `${content}${Number(since)}"`;
    const headers = { etag, 'cache-control': 'no-cache' };
    const known = (request.headers.get('if-none-match') ?? '')
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''));
    // Whoever has all of this version and asks what came after it has nothing to hear, whichever question brought it.
    const isNewest = Number(since) === version && known.some((tag) => tag.startsWith(content));
    if (isNewest || known.includes(etag)) return new Response(null, { status: 304, headers });
    // The same number with other content: this server was restored, and the client has what is no more.
    const isOther = known.some((tag) => tag.startsWith(`"c${version}.`) && !tag.startsWith(content));
    return jsonResponse(await readCatalogue(db, isOther ? 0 : Number(since)), { headers });
  },
});
