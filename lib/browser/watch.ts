import { type Dexie, liveQuery } from 'dexie';
import type { DatabaseGate } from '../local/database-gate';
import { storeProblemOf } from '../local/store-error';

/** Pause before a failed watch begins again, milliseconds. */
const AGAIN_AFTER = 3000;

export interface Watcher<T> {
  readonly onValue: (value: T) => void;
  /** The store cannot be read now. It is watched again: it may come back. */
  readonly onDown?: () => void;
}

/**
 * Runs `query` now and whenever rows it read were changed, by this tab, another tab or the worker. `query` awaits
 * nothing but the database: other promises would lose track of what it read.
 */
export function watch<DB extends Dexie, T>(
  gate: DatabaseGate<DB>,
  query: (db: DB) => PromiseLike<T>,
  { onValue, onDown }: Watcher<T>,
): () => void {
  let stopped = false;
  let subscription: { unsubscribe(): void } | undefined;

  const fail = (): void => {
    if (stopped) return;
    onDown?.();
    setTimeout(() => void begin(), AGAIN_AFTER);
  };

  async function begin(): Promise<void> {
    const opened = await gate.open();
    if (stopped) return;
    if (!opened.ok) {
      fail();
      return;
    }
    subscription = liveQuery(async () => query(gate.db)).subscribe({
      next: onValue,
      error: (error: unknown) => {
        if (storeProblemOf(error) === null) throw error;
        fail();
      },
    });
  }

  void begin();
  return () => {
    stopped = true;
    subscription?.unsubscribe();
  };
}
