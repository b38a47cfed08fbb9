import { useSyncExternalStore } from 'react';

/** One value shared by every component that shows it. `initial` is also what the pre-rendered page shows. */
export interface LiveStore<T> {
  readonly initial: T;
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
}

/**
 * A value that begins to be kept up to date when somebody first looks, and from then on for the life of the page:
 * stopping between two screens would show yesterday's number for a moment.
 */
export function createLiveStore<T>(initial: T, start: (set: (value: T) => void) => void): LiveStore<T> {
  let value = initial;
  let started = false;
  const listeners = new Set<() => void>();
  const set = (next: T): void => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of listeners) listener();
  };
  return {
    initial,
    set,
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      if (!started) {
        started = true;
        start(set);
      }
      return () => listeners.delete(listener);
    },
  };
}

export function useLiveStore<T>(store: LiveStore<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, () => store.initial);
}
