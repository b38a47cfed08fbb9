import { PrecacheController } from 'workbox-precaching/PrecacheController';
import { Route } from 'workbox-routing/Route';
import { Router } from 'workbox-routing/Router';
import {
  builtFile,
  completeFiles,
  isBuiltFile,
  isFont,
  isPacked,
  isPlaces,
  lastingFile,
  packedFile,
} from './answer-file';
import { answerPage } from './answer-page';
import { flushOutbox } from './flush-outbox';
import { createHeldKeys } from './held-keys';
import { installPack } from './install-pack';
import { isOurs } from './is-ours';
import { mendFiles } from './mend-files';
import { wantedShell } from './pack';
import { tidyCaches } from './tidy-caches';
import type { WorkerMessage } from './worker-message';
import { BUILD, FILES_CACHE, worker } from './worker-scope';

declare const self: { readonly __WB_MANIFEST: readonly { readonly url: string }[] };

/*
 * Two kinds of files make the app open off line. What the first visit has loaded anyway is precached by its address, out of
 * the browser's own cache; everything else comes in one pack. Only GET, and never /api: answers with people's data are not
 * stored here, and Safari empties the body of a POST that a worker touches.
 */
const firstVisit = new PrecacheController({
  cacheName: FILES_CACHE,
  plugins: [
    {
      cacheWillUpdate: async ({ response }) =>
        isOurs(response, /^(text\/css|(application|text)\/javascript)/) ? response : null,
    },
  ],
});
// the address as the page asked for it: with another one the browser would load the file a second time
firstVisit.addToCacheList(
  self.__WB_MANIFEST.map(({ url }) => ({ url: `${url}?dpl=${BUILD}`, revision: null })),
);

// No skipWaiting here: new code never swaps itself under an open form. The page asks for it.
worker.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([firstVisit.install(event), installPack()]));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(tidyCaches().then(() => worker.clients.claim()));
});

const router = new Router();
const page = ({ request, url }: { request: Request; url: URL }) =>
  wantedShell(url, request.headers, request.mode === 'navigate');
router.registerRoute(
  new Route(
    ({ request, url, sameOrigin }) =>
      sameOrigin && !url.pathname.startsWith('/api/') && page({ request, url }) !== null,
    ({ request, url }) => answerPage(request, page({ request, url }) ?? ''),
  ),
);
router.registerRoute(
  new Route(
    ({ url, sameOrigin }) => sameOrigin && isBuiltFile(url),
    ({ request }) => builtFile(request),
  ),
);
router.registerRoute(
  new Route(
    ({ url, sameOrigin }) => sameOrigin && isPacked(url),
    ({ request }) => packedFile(request),
  ),
);
router.registerRoute(
  new Route(
    ({ url, sameOrigin }) => sameOrigin && (isFont(url) || isPlaces(url)),
    ({ request }) => lastingFile(request),
  ),
);
router.addFetchListener();

// A hint only: browsers give up after a few tries, and some never fire it. Pages flush too.
worker.addEventListener('sync', (event) => {
  (event as ExtendableEvent).waitUntil(flushAll());
});

const keepKeys = createHeldKeys(Date.now);

worker.addEventListener('message', (event) => {
  const message = event.data as WorkerMessage;
  keepKeys(message, event.ports[0]);
  if (message?.type === 'SKIP_WAITING') void worker.skipWaiting();
  if (message?.type === 'FLUSH') event.waitUntil(flushOutbox());
  if (message?.type === 'COMPLETE') event.waitUntil(mendAndComplete(message.loaded));
});

/** A line that breaks in the middle leaves it to the next start, or to the line's return. */
async function mendAndComplete(loaded: readonly string[]): Promise<void> {
  await mendFiles(firstVisit.getCachedURLs()).catch(() => undefined);
  await completeFiles(loaded);
}

/** Rejects while something waits, so that the browser fires again. */
async function flushAll(): Promise<void> {
  if (!(await flushOutbox())) throw new Error('something still waits');
}
