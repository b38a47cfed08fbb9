import type { LineState } from './api';
import { earlyIsOver } from './early-catalogue';
import { createLiveStore } from './live-store';

/** How often a page in front asks again, milliseconds. */
const EVERY = 60_000;

let provenAt = 0;
let asking: Promise<void> | undefined;

export const lineStore = createLiveStore<LineState>('checking', () => {
  // The shell runs on the server too, and there is no line there.
  if (typeof window === 'undefined') return;
  void checkLine();
  addEventListener('online', () => void checkLine());
  addEventListener('offline', () => lineStore.set('offline'));
  document.addEventListener('visibilitychange', () => isStale() && void checkLine());
  setInterval(() => isStale() && void checkLine(), EVERY);
});

/** Asks our server now. Calls at once share one question. */
export function checkLine(): Promise<void> {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

/** Takes over what another call has just learnt, so that nobody has to ask twice. */
export function noteLine(state: LineState): void {
  provenAt = Date.now();
  lineStore.set(state);
}

async function ask(): Promise<void> {
  // Only "off" is believed of the browser: "on" may be a portal.
  if (!navigator.onLine) return lineStore.set('offline');
  // On a first visit the services have the line to themselves.
  await earlyIsOver;
  const [{ fetchHealth }, { lineOfHealth }, { windowLine }] = await Promise.all([
    import('../remote/http-health'),
    import('./line-monitor'),
    import('./window-line'),
  ]);
  noteLine(lineOfHealth(await fetchHealth(windowLine)));
}

function isStale(): boolean {
  return document.visibilityState === 'visible' && Date.now() - provenAt > EVERY * 0.9;
}
