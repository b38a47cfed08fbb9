import type { CatalogueAnswer } from '../remote/http-catalogue';

/** The longest everything else waits for it, milliseconds. */
const PATIENCE = 4_000;

declare global {
  interface Window {
    /** Asked for by EARLY_CATALOGUE_SCRIPT; absent where a worker serves the page. */
    earlyCatalogue?: Promise<Response>;
  }
}

const asked = typeof window === 'undefined' ? undefined : window.earlyCatalogue;

const answered: Promise<Extract<CatalogueAnswer, { type: 'changed' }> | null> = asked
  ? read(asked)
  : Promise.resolve(null);

/** The whole catalogue of a first visit; null on any other, and when it did not come. */
export function earlyCatalogue(): Promise<Extract<CatalogueAnswer, { type: 'changed' }> | null> {
  return answered;
}

/** Resolves when the early catalogue came or will not come soon: a slow line brings one thing after another, and this one is looked at. */
export const earlyIsOver: Promise<unknown> = asked
  ? Promise.race([answered, new Promise((over) => setTimeout(over, PATIENCE))])
  : Promise.resolve();

async function read(response: Promise<Response>) {
  const { fetchCatalogue } = await import('../remote/http-catalogue');
  const answer = await fetchCatalogue({ fetch: () => response, origin: '', now: Date.now }, null);
  return answer.ok && answer.value.type === 'changed' ? answer.value : null;
}
