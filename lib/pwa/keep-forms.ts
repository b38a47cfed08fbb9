import { catalogueStore } from '../browser/catalogue-store';
import { openRoom } from '../browser/open-room';
import { type Trying, tryUntil } from '../browser/try-until';
import { whenLineReturns } from '../browser/when-line-returns';

/** What else a first visit brings comes first, milliseconds. */
const AFTER = 6_000;

/**
 * Fetches the forms that are not on this device yet, so that in the end every one opens without a line. Goes on where it stopped, in
 * smaller steps after a line that broke. Call once, when the worker is there.
 */
export function keepForms(): void {
  let trying: Trying | undefined;
  let isTrying = false;
  /** The list that was gone through: what is missing then is offered no more. */
  let done: readonly unknown[] | undefined;
  let small = false;

  const keep = async (): Promise<boolean> => {
    const { services } = catalogueStore.get();
    const [room, { bringForms }] = await Promise.all([openRoom(), import('../browser/bring-forms')]);
    const isWhole = await alone(() => bringForms(room, { reach: 'all', small }));
    small = !isWhole;
    if (isWhole) [done, isTrying] = [services, false];
    return isWhole;
  };

  const follow = (): void => {
    const { ready, services, formsHere } = catalogueStore.get();
    if (isTrying || !ready || formsHere >= services.length || services === done) return;
    isTrying = true;
    trying = tryUntil(keep);
  };

  setTimeout(() => {
    catalogueStore.subscribe(follow);
    follow();
  }, AFTER);
  whenLineReturns(() => trying?.now());
}

/** In one window of the browser only; false in the others, which look again later. */
async function alone(work: () => Promise<boolean>): Promise<boolean> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request('setu-forms', { ifAvailable: true }, async (lock) =>
    lock === null ? false : work(),
  );
}
