import { shellKey } from './pack';
import { FILES_CACHE } from './worker-scope';

/**
 * The stored page, at once, whatever the line does. A page that is not stored comes from the network; without one it is our
 * own "no such page".
 */
export async function answerPage(request: Request, key: string): Promise<Response> {
  const cache = await caches.open(FILES_CACHE);
  const stored = await cache.match(key);
  if (stored) return fresh(stored, 200);
  try {
    return await fetch(request);
  } catch (error) {
    const missing =
      request.mode === 'navigate' ? await cache.match(shellKey('/_not-found', null)) : undefined;
    if (!missing) throw error;
    return fresh(missing, 404);
  }
}

/**
 * A stored response keeps the address it was stored under. Next would take that for a redirect, fetch again in a loop and lose
 * the query: so every answer is a new Response, without an address.
 */
function fresh(stored: Response, status: number): Response {
  return new Response(stored.body, { status, headers: stored.headers });
}
