/** Sends what waits, from the worker: also when every page is closed. Resolves when nothing more can go out now. */
export async function flushOutbox(): Promise<void> {
  // joined with lib/browser's worker runtime
}
