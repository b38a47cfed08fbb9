import { defineRoute } from '@/lib/server/http/define-route';
import { fail } from '@/lib/server/http/fail';
import { jsonResponse } from '@/lib/server/http/json-response';
import { packedRoute, packOnceAs } from '@/lib/server/http/packed-route';
import { serverContext } from '@/lib/server/server-context';
import { readForms, type WantedForm } from '@/lib/server/services/read-forms';

const MOST_WANTED = 40;
const WANTED = /^([a-z0-9-]{1,64})(?:~([A-Za-z0-9_-]{1,64}))?$/;
const PART = /^\d{1,4}$/;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = packedRoute(
  defineRoute('/api/v1/catalogue/forms', {
    GET: async ({ request, traceId }) => {
      const { db } = await serverContext();
      const query = new URL(request.url).searchParams;
      const wanted = wantedOf(query);
      if (wanted === null)
        return fail(
          { type: 'validation-failed', errors: [{ pointer: '/want', code: 'invalid_type' }] },
          traceId,
        );
      const forms = await readForms(db, { wanted, setsTag: query.get('sets') });
      const headers = { 'cache-control': 'no-cache' };
      if (!('part' in wanted) || forms.forms.length === 0) return jsonResponse(forms, { headers });
      // The tags name the content; a server that was restored gives out version numbers again.
      const name = `part ${forms.setsTag} ${forms.optionSets ? 'with' : 'without'} ${forms.forms.map(({ tag }) => tag)}`;
      return jsonResponse(forms, { headers: { ...headers, ...packOnceAs(name) } });
    },
  }),
);

/** null when the question is none. */
function wantedOf(query: URLSearchParams): readonly WantedForm[] | { readonly part: number } | null {
  const part = query.get('part');
  if (part !== null) return PART.test(part) ? { part: Number(part) } : null;
  const wanted = (query.get('want') ?? '').split(',').map((one) => WANTED.exec(one));
  if (wanted.length > MOST_WANTED || wanted.includes(null)) return null;
  return wanted.flatMap((match): WantedForm[] => {
    const [, id, tag] = match ?? [];
    return id === undefined ? [] : [tag === undefined ? { id } : { id, tag }];
  });
}
