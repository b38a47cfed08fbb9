import type { ListAnswer } from '../remote/http-catalogue';

/** The longest everything else waits for it, milliseconds. */
const PATIENCE = 4_000;
/** When it counts as not coming, milliseconds. */
const GIVE_UP = 20_000;

declare global {
  interface Window {
    /** Asked for by EARLY_CATALOGUE_SCRIPT; absent where a worker serves the page. */
    earlyCatalogue?: Promise<Response>;
  }
}

const asked = typeof window === 'undefined' ? undefined : window.earlyCatalogue;

type Early = Extract<ListAnswer, { type: 'changed' }>;

// Whatever goes wrong here, the catalogue is asked for again as on any other visit.
const answered: Promise<Early | null> = asked
  ? Promise.race([read(asked).catch(() => null), after(GIVE_UP)])
  : Promise.resolve(null);

/** The list of services of a first visit; null on any other, and when it did not come in time. */
export function earlyCatalogue(): Promise<Early | null> {
  return answered;
}

/** Resolves when the early catalogue came or will not come soon: a slow line brings one thing after another, and this one is looked at. */
export const earlyIsOver: Promise<unknown> = asked
  ? Promise.race([answered, after(PATIENCE)])
  : Promise.resolve();

function after(pause: number): Promise<null> {
  return new Promise((over) => setTimeout(() => over(null), pause));
}

async function read(response: Promise<Response>): Promise<Early | null> {
  const { fetchServiceList } = await import('../remote/http-catalogue');
  const answer = await fetchServiceList({ fetch: () => response, origin: '', now: Date.now }, null);
  return answer.ok && answer.value.type === 'changed' ? answer.value : null;
}
