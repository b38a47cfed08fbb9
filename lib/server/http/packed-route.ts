import 'server-only';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const pack = promisify(brotliCompress);

/** Answers kept, so that nobody can fill the memory with questions. */
const MOST_KEPT = 40;
const kept = new Map<string, Promise<Buffer>>();

type Handler<C> = (request: Request, context: C) => Promise<Response>;
const PACKING = 'x-setu-packing';

/** Whether this client takes brotli; `scripts/build/brotli-routes.mjs` asks the same of the header. */
const takesBrotli = (request: Request) => /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');

/**
 * Answers of these handlers go out in brotli wherever it is taken. Every one of them, refusals too: Next drops the header that says so,
 * and next.config.mjs puts it on by the path alone.
 */
export function packedRoute<M extends string, C>(
  handlers: Readonly<Record<M, Handler<C>>>,
): Record<M, Handler<C>> {
  const packed =
    (handler: Handler<C>): Handler<C> =>
    async (request, context) => {
      const response = await handler(request, context);
      const { status } = response;
      const headers = new Headers(response.headers);
      const name = headers.get(PACKING);
      headers.delete(PACKING);
      headers.append('vary', 'accept-encoding');
      const isEmpty = status === 204 || status === 304 || request.method === 'HEAD';
      if (isEmpty || !takesBrotli(request))
        return new Response(isEmpty ? null : response.body, { status, headers });
      headers.set('content-encoding', 'br');
      const body = await packedBody(await response.arrayBuffer(), name);
      return new Response(new Uint8Array(body), { status, headers });
    };
  const entries = Object.entries<Handler<C>>(handlers).map(([method, one]) => [method, packed(one)]);
  return Object.fromEntries(entries) as Record<M, Handler<C>>;
}

/** Marks an answer that is the same for everybody who asks under this name, and worth the time. */
export const packOnceAs = (name: string): Record<string, string> => ({ [PACKING]: name });

function packedBody(plain: ArrayBuffer, name: string | null): Promise<Buffer> {
  if (name === null) return packWith(plain, 5);
  const known = kept.get(name) ?? packWith(plain, constants.BROTLI_MAX_QUALITY);
  // the one asked for last is the last to go
  kept.delete(name);
  kept.set(name, known);
  known.catch(() => kept.delete(name));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return known;
}

const packWith = (plain: ArrayBuffer, quality: number): Promise<Buffer> =>
  pack(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
    },
  });
