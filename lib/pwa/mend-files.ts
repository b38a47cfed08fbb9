import { installPack } from './install-pack';
import { isOurs } from './is-ours';
import { shellKey } from './pack';
import { FILES_CACHE } from './worker-scope';

const SCRIPT_OR_STYLE = /^(text\/css|(application|text)\/javascript)/;

/**
 * Brings back what was taken out of the app's own cache from outside: a cleaning program, a browser short of room, a damaged
 * disk. The worker is then still in charge and is not installed again, and the device would open nothing without a line.
 * `addresses`: the files that the first visit had loaded. The pages come last: as long as they are missing it is begun again.
 */
export async function mendFiles(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(FILES_CACHE);
  if (await cache.match(shellKey('/', null))) return;
  for (const address of addresses) {
    if (await cache.match(address)) continue;
    const response = await fetch(address, { credentials: 'omit' });
    if (!isOurs(response, SCRIPT_OR_STYLE)) return;
    await cache.put(address, response);
  }
  await installPack();
}
