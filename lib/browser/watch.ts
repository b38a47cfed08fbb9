import { liveQuery } from 'dexie';
import { StoreError } from '../local/store-error';

/** Longest pause before a failed watch begins again, milliseconds. */
const AGAIN_AFTER = 3000;

/**
 * Runs `query` now and whenever rows it read were changed, by this tab, another tab or the worker. Only the newest
 * answer is passed on. A store that fails is reported and watched again: it may come back.
 */
export function watch<T>(
  query: () => Promise<T>,
  { onValue, onDown }: { readonly onValue: (value: T) => void; readonly onDown?: () => void },
): () => void {
  let stopped = false;
  let subscription: { unsubscribe(): void } | undefined;
  const begin = (): void => {
    if (stopped) return;
    subscription = liveQuery(query).subscribe({
      next: onValue,
      error: (error: unknown) => {
        if (!(error instanceof StoreError)) throw error;
        onDown?.();
        setTimeout(begin, AGAIN_AFTER);
      },
    });
  };
  begin();
  return () => {
    stopped = true;
    subscription?.unsubscribe();
  };
}
