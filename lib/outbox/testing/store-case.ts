import type { OutboxStore } from '../ports';
import { NEVER_SYNCED } from '../position';

/** One empty store, and the way to open the same data again as after a restart. */
export interface OpenedStore {
  readonly store: OutboxStore;
  reopen(): Promise<OutboxStore>;
}

/** One promise of the port. `run` rejects when the store breaks it; it needs no test library, so it runs in a page too. */
export interface StoreCase {
  readonly name: string;
  run(open: () => Promise<OpenedStore>): Promise<void>;
}

/** Throws with both values when they are not the same JSON, whatever the order of keys. */
export function same(actual: unknown, expected: unknown, about: string): void {
  const [is, wanted] = [sorted(actual), sorted(expected)];
  if (is !== wanted) throw new Error(`${about}: expected ${wanted}, got ${is}`);
}

/** Throws unless the promise rejects. */
export async function rejects(promise: Promise<unknown>, about: string): Promise<void> {
  const outcome = await promise.then(
    () => 'resolved',
    () => 'rejected',
  );
  same(outcome, 'rejected', about);
}

/** Position after an invented contact. */
export const contact = (cursor: number, epoch = 'e1') => ({ ...NEVER_SYNCED, cursor, epoch });

function sorted(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
