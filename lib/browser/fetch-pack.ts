import { COUNTRY_PACK } from './pack-paths';

/** When a pack counts as not coming, milliseconds. On a silent line a fetch ends never, and nothing after it begins. */
const GIVE_UP = 20_000;
/** The whole country is 90 KB: on the slowest line it needs a minute. */
const GIVE_UP_COUNTRY = 90_000;

/** Reads a pack of places; the service worker answers it off line. null when it cannot be had now. */
export async function fetchPack(path: string): Promise<unknown> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), path === COUNTRY_PACK ? GIVE_UP_COUNTRY : GIVE_UP);
  try {
    const response = await fetch(path, { signal: stop.signal });
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
    return response.ok && isJson ? await response.json() : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
