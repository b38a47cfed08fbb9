import { FILES_CACHE, FILES_PREFIX } from './worker-scope';

/**
 * Drops the files of old builds, but for the one before this: a page of it may still be open with somebody's form.
 * Touches nothing but its own caches, and never a database.
 */
export async function tidyCaches(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(FILES_PREFIX) && name !== FILES_CACHE);
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
}
