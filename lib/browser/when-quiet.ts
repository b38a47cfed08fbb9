/** What Safari waits, which has no requestIdleCallback, milliseconds. */
const A_LITTLE = 500;

/** Runs work when the page has nothing else to do, after so many milliseconds in any case. */
export function whenQuiet(work: () => void, atTheLatest: number): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: atTheLatest });
  else setTimeout(work, A_LITTLE);
}
