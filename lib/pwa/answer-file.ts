import { COUNTRY_PACK, INDEX_PACK } from '../browser/pack-paths';
import { isOurs } from './is-ours';
import { tidyPlaces } from './tidy-caches';
import { FILES_CACHE, FONT_CACHE, PLACES_CACHE } from './worker-scope';

const FONT = /^(font\/|application\/(font|x-font|octet-stream))/;
const PLACES = /^application\/json/;
/** Small files of `public/` that come with the pack. */
const IN_THE_PACK = new Set(['/icon.svg', '/manifest.webmanifest', INDEX_PACK, '/places/manifest.json']);

export const isPacked = (url: URL): boolean => IN_THE_PACK.has(url.pathname);
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

/** A file of this build's pack. */
export async function packedFile(request: Request): Promise<Response> {
  const cache = await caches.open(FILES_CACHE);
  return (await cache.match(new URL(request.url).pathname)) ?? fetch(request);
}

/**
 * A font or a pack of places: fetched once, then from the device. Places of an older edition are right too, because an id is
 * never used for another place; they answer until those of this edition are here.
 */
export async function lastingFile(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const cache = await caches.open(cacheOf(url));
  const stored =
    (await cache.match(url.pathname)) ?? (isPlaces(url) ? await caches.match(url.pathname) : undefined);
  return stored ?? bring(request, cache);
}

const cacheOf = (url: URL): string => (isPlaces(url) ? PLACES_CACHE : FONT_CACHE);

async function bring(request: Request, cache: Cache, signal?: AbortSignal): Promise<Response> {
  const url = new URL(request.url);
  const response = await fetch(request, signal && { signal });
  if (isOurs(response, isPlaces(url) ? PLACES : FONT)) await keep(cache, url.pathname, response.clone());
  return response;
}

/** A full disk must not turn an answer that is here into an error. */
async function keep(cache: Cache, path: string, response: Response): Promise<void> {
  try {
    await cache.put(path, response);
  } catch {
    // asked for again next time
  }
}

/** When a file counts as not coming, milliseconds: on a silent line a fetch never ends, and whoever asks again gets the same. */
const GIVE_UP = 90_000;

let completing: Promise<void> | undefined;

/**
 * After the app is ready, without haste: keeps the fonts that the first page loaded before there was a worker (out of the
 * browser's own cache) and fetches the unions of the whole country. Asked for again while it is under way, it is the same.
 */
export function completeFiles(loaded: readonly string[]): Promise<void> {
  completing ??= completeOnce(loaded).finally(() => {
    completing = undefined;
  });
  return completing;
}

async function completeOnce(loaded: readonly string[]): Promise<void> {
  const fonts = loaded
    .map((address) => new URL(address, location.origin))
    .filter((url) => url.origin === location.origin && isFont(url));
  for (const url of [...fonts, new URL(COUNTRY_PACK, location.origin)]) {
    const cache = await caches.open(cacheOf(url));
    if (await cache.match(url.pathname)) continue;
    await bring(new Request(url), cache, AbortSignal.timeout(GIVE_UP)).catch(() => undefined);
  }
  await tidyPlaces();
}
