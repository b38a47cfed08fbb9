import type { LineNews } from '../remote/exchange';
import type { LineState } from './api';
import { earlyIsOver } from './early-catalogue';
import { createLiveStore } from './live-store';

/** How often a page in front asks again when nothing waits, milliseconds. */
const EVERY = 60_000;
/** How soon a failed call is followed by a question of its own, milliseconds: one lost answer is not yet a lost line. */
const AFTER_BAD_NEWS = 10_000;

let provenAt = 0;
let restsUntil = 0;
let asking: Promise<LineState> | undefined;
let doubting: ReturnType<typeof setTimeout> | undefined;

export const lineStore = createLiveStore<LineState>('checking', () => {
  // The shell runs on the server too, and there is no line there.
  if (typeof window === 'undefined') return;
  void checkLine();
  addEventListener('online', () => void checkLine());
  addEventListener('offline', () => lineStore.set('offline'));
  // A page that comes back out of the browser's memory shows what was true when it left.
  window.addEventListener('pageshow', (event) => event.persisted && void checkLine());
  document.addEventListener('visibilitychange', () => isStale() && void checkLine());
  setInterval(() => isStale() && void checkLine(), EVERY);
});

/**
 * Asks our server now and says what came of it. Calls at once share one question. `evenIfOff`: also when the browser
 * says that there is no line; it can be wrong, and asking in vain costs nothing.
 */
export function checkLine({ evenIfOff = false } = {}): Promise<LineState> {
  asking ??= ask(evenIfOff).finally(() => {
    asking = undefined;
  });
  return asking;
}

/** Takes over what another call has just shown, good or bad, so that the badge never claims what was disproved. */
export function noteNews(news: LineNews): void {
  noteLine(STATE_OF[news]);
  clearTimeout(doubting);
  if (news !== 'answered' && typeof window !== 'undefined')
    doubting = setTimeout(() => void (maySay() && checkLine()), AFTER_BAD_NEWS);
}

/** The server asked to be left alone until then: nobody asks it just to know. */
export function restLine(until: number): void {
  restsUntil = until;
}

const STATE_OF: Readonly<Record<LineNews, LineState>> = {
  answered: 'online',
  'no-line': 'offline',
  'not-our-server': 'offline',
  'server-down': 'server-down',
};

function noteLine(state: LineState): void {
  provenAt = Date.now();
  lineStore.set(state);
}

async function ask(evenIfOff: boolean): Promise<LineState> {
  // Only "off" is believed of the browser: "on" may be a portal.
  if (!navigator.onLine && !evenIfOff) noteLine('offline');
  else {
    // On a first visit the services have the line to themselves.
    await earlyIsOver;
    const [{ fetchHealth }, { lineOfHealth }, { countBytes }] = await Promise.all([
      import('../remote/http-health'),
      import('./line-monitor'),
      import('./byte-counter'),
    ]);
    const line = { fetch: fetch.bind(window), origin: '', now: Date.now, onBytes: countBytes };
    noteLine(lineOfHealth(await fetchHealth(line)));
  }
  return lineStore.get();
}

const maySay = (): boolean => document.visibilityState === 'visible' && Date.now() >= restsUntil;

function isStale(): boolean {
  return maySay() && Date.now() - provenAt > EVERY * 0.9;
}
