import { COUNTRY_PACK } from '../browser/pack-paths';
import { FILES_CACHE, FILES_PREFIX, PLACES_CACHE, PLACES_PREFIX } from './worker-scope';

/**
 * Drops the files of old builds, but for the one before this: a page of it may still be open with somebody's form.
 * Touches nothing but its own caches, and never a database.
 */
export async function tidyCaches(): Promise<void> {
  const names = await caches.keys();
  const builds = names.filter((name) => name.startsWith(FILES_PREFIX) && name !== FILES_CACHE);
  await Promise.all(builds.slice(0, -1).map((name) => caches.delete(name)));
  await tidyPlaces();
}

/** Drops places of older editions once all of this edition are here: until then they are what an address is found with. */
export async function tidyPlaces(): Promise<void> {
  if (!(await (await caches.open(PLACES_CACHE)).match(COUNTRY_PACK))) return;
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(PLACES_PREFIX) && name !== PLACES_CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}
