import { isOurs } from './is-ours';
import { LASTING_CACHE } from './worker-scope';

const FONT = /^(font\/|application\/(font|x-font|octet-stream))/;
const PLACES = /^application\/json/;

export const isPlaces = (url: URL): boolean => url.pathname.startsWith('/places/');
export const isFont = (url: URL): boolean => url.pathname.endsWith('.woff2');
export const isBuiltFile = (url: URL): boolean => url.pathname.startsWith('/_next/static/') && !isFont(url);

/**
 * A file of any build that is still kept. Its name carries a hash of its content, so whichever build it came with, it is the
 * same file. Looked for by full address, then by path, which is how the pack stores it.
 */
export async function builtFile(request: Request): Promise<Response> {
  const stored = (await caches.match(request.url)) ?? (await caches.match(new URL(request.url).pathname));
  return stored ?? fetch(request);
}

/** Stored once, kept over builds. The address has a version, so what is stored never goes stale. */
export async function lastingFile(request: Request): Promise<Response> {
  const cache = await caches.open(LASTING_CACHE);
  const stored = await cache.match(request.url);
  if (stored) return stored;
  const response = await fetch(request);
  const type = isPlaces(new URL(request.url)) ? PLACES : FONT;
  if (isOurs(response, type)) await keep(cache, request.url, response.clone());
  return response;
}

/** A full disk must not turn an answer that is here into an error. */
async function keep(cache: Cache, url: string, response: Response): Promise<void> {
  try {
    await cache.put(url, response);
  } catch {
    // asked for again next time
  }
}

/** Keeps fonts and places that the first page loaded before there was a worker. They come out of the browser's own cache. */
export async function keepLoaded(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const url = new URL(address, location.origin);
    if (url.origin !== location.origin || !(isFont(url) || isPlaces(url))) continue;
    await lastingFile(new Request(url)).catch(() => undefined);
  }
}
