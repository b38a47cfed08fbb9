import { isOurs } from './is-ours';
import type { OfflinePack } from './pack';
import { parsePack, shellKey } from './pack';
import { BUILD, FILES_CACHE } from './worker-scope';

/** The pack could not be had. Thrown in `install`: the worker is not installed, and the browser tries again later. */
export class PackError extends Error {
  override readonly name = 'PackError';
}

/** Fetches the pack of this build and stores every page and file of it. All or nothing. */
export async function installPack(): Promise<void> {
  const response = await fetch(`/offline-pack.json?build=${BUILD}`, {
    cache: 'no-cache',
    credentials: 'omit',
  });
  if (!isOurs(response, /^application\/json/)) throw new PackError(`not our answer: ${response.status}`);
  const pack = parsePack(await response.text(), BUILD);
  if (!pack) throw new PackError('not the pack of this build');
  const cache = await caches.open(FILES_CACHE);
  await Promise.all(packedResponses(pack).map(([key, stored]) => cache.put(key, stored)));
}

function packedResponses(pack: OfflinePack): readonly (readonly [string, Response])[] {
  const body = (index: number) => pack.bodies[index] ?? '';
  const common = { 'x-app-build': pack.build };
  return [
    ...pack.shells.map(
      (shell) =>
        [
          shellKey(shell.path, shell.segment),
          new Response(body(shell.body), { headers: { ...shell.headers, ...common } }),
        ] as const,
    ),
    ...pack.files.map(
      (file) =>
        [
          file.path,
          new Response(body(file.body), { headers: { 'content-type': file.type, ...common } }),
        ] as const,
    ),
  ];
}
