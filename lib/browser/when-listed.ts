import { catalogueStore } from './catalogue-store';

/** The longest others wait for the services, milliseconds. */
const PATIENCE = 10_000;

/**
 * Runs work once the services are here. On a slow line whatever is asked for at once makes the first thing late, and
 * somebody stands before the page.
 */
export function whenListed(work: () => void): void {
  let done = false;
  let stop = (): void => undefined;
  const go = (): void => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    stop();
    work();
  };
  const timer = setTimeout(go, PATIENCE);
  stop = catalogueStore.subscribe(() => catalogueStore.get().ready && go());
  if (catalogueStore.get().ready) go();
}
