import { lineStore } from './line-store';

/** Calls whenever our server answers again, or the browser thinks it might. */
export function whenLineReturns(work: () => void): void {
  let before = lineStore.get();
  lineStore.subscribe(() => {
    const now = lineStore.get();
    if (now === 'online' && before !== 'online') work();
    before = now;
  });
  addEventListener('online', work);
}
