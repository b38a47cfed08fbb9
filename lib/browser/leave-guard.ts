export interface Leaving {
  /** Whether everything typed is in the database. */
  readonly isWritten: () => boolean;
  readonly flush: () => unknown;
}

/**
 * Writes what was typed as soon as the page is about to go. What is not in the database by then makes the browser ask
 * before it leaves: sealing is asynchronous, and nothing that is begun while a page goes is sure to end.
 * @returns the way to stop
 */
export function guardLeaving({ isWritten, flush }: Leaving): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const stopped = new AbortController();
  const { signal } = stopped;
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') flush();
  };
  const onUnload = (event: BeforeUnloadEvent): void => {
    if (isWritten()) return;
    flush();
    event.preventDefault();
    // Chromium before 119 hears only this.
    event.returnValue = true;
  };
  addEventListener('pagehide', () => flush(), { signal });
  addEventListener('beforeunload', onUnload, { signal });
  document.addEventListener('visibilitychange', onHide, { signal });
  return () => stopped.abort();
}
