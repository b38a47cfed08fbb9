import type { Workbox } from 'workbox-window';
import { tryUntil } from '../browser/try-until';
import { whenLineReturns } from '../browser/when-line-returns';
import { whenQuiet } from '../browser/when-quiet';
import { keepForms } from './keep-forms';
import { keepOwnPlaces } from './keep-places';
import { setPwaState } from './pwa-state';
import type { WorkerMessage } from './worker-message';
import { SYNC_TAG } from './worker-message';

const SIX_HOURS = 6 * 60 * 60 * 1000;
/** A page that never rests still gets its worker, milliseconds. */
const AT_THE_LATEST = 3000;
let workbox: Workbox | undefined;
let asked = false;

/**
 * Registers the worker once the page is painted and quiet. Outside a production build it removes what an earlier one has left.
 * Call once, from the shell; more calls do nothing.
 */
export function startPwa(): void {
  if (asked || typeof navigator === 'undefined') return;
  asked = true;
  if (!('serviceWorker' in navigator)) {
    setPwaState({ offline: 'failed' });
    return;
  }
  if (process.env.NODE_ENV !== 'production') {
    setPwaState({ offline: 'failed' });
    void unregisterAll();
    return;
  }
  const begin = () => whenQuiet(() => void register(), AT_THE_LATEST);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}

async function register(): Promise<void> {
  const { Workbox } = await import('workbox-window');
  workbox = new Workbox('/sw.js', { updateViaCache: 'none' });
  if (navigator.serviceWorker.controller) {
    setPwaState({ offline: 'ready' });
    // at every start: the line may have gone in the middle of it, or the worker was replaced while no page was open
    complete();
  } else setPwaState({ offline: 'installing' });
  whenLineReturns(complete);
  keepOwnPlaces();
  void navigator.serviceWorker.ready.then(keepForms);
  workbox.addEventListener('waiting', () => setPwaState({ updateReady: true }));
  // Not its `activated`: a worker that another window has begun to install is not this one's to hear of.
  void navigator.serviceWorker.ready.then(() => setPwaState({ offline: 'ready' }));
  navigator.serviceWorker.addEventListener('controllerchange', complete);
  setInterval(checkForUpdate, SIX_HOURS);
  const trying = tryUntil(installed);
  whenLineReturns(() => trying.now());
}

/** False without a line, where storage is blocked, or when the pack came in half: it is tried again. */
async function installed(): Promise<boolean> {
  const isInstalled = await workbox?.register().then(outlastsInstalling, () => false);
  if (!isInstalled && !navigator.serviceWorker.controller) setPwaState({ offline: 'failed' });
  return Boolean(isInstalled);
}

async function outlastsInstalling(registration: ServiceWorkerRegistration | undefined): Promise<boolean> {
  const worker = registration?.active ?? registration?.waiting ?? registration?.installing;
  if (worker?.state === 'installing')
    await new Promise((settled) => worker.addEventListener('statechange', settled, { once: true }));
  return worker != null && worker.state !== 'redundant';
}

function checkForUpdate(): void {
  workbox?.update().catch(() => undefined);
}

/** What is nice to have off line comes after what is needed: fonts, and places beyond the own district. */
function complete(): void {
  const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
  tellWorker({ type: 'COMPLETE', loaded });
}

/** Brings in the new version: this page reloads, other open pages go on with theirs until they are left. */
export async function applyUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  // another page has already brought it in
  if (!workbox || !registration?.waiting) {
    window.location.reload();
    return;
  }
  workbox.addEventListener('controlling', () => window.location.reload());
  workbox.messageSkipWaiting();
}

export function tellWorker(message: WorkerMessage): void {
  navigator.serviceWorker?.controller?.postMessage(message);
}

/** Asks the browser to send what waits when the line is back, also after the page is closed. A hint: pages flush too. */
export async function askBackgroundSync(): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker?.ready) as
      | (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } })
      | undefined;
    await registration?.sync?.register(SYNC_TAG);
  } catch {
    // not granted: nothing depends on it
  }
}

async function unregisterAll(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations())
    await registration.unregister();
}
