import { chooseBatch } from './batch';
import type { OutboxItem } from './item';
import { isHeldBy } from './lease';
import type { FlushOptions, RunnerDeps } from './runner-deps';
import { type OutboxEvent, transition } from './transition';

/**
 * One flush's name, and in it each request's: leases of an earlier flush of the same context, or of a request beside it, are
 * not its own.
 */
export interface Flush extends RunnerDeps {
  readonly flushOwner: string;
}

/** The name of the flush that a context makes as its n-th, and the context behind such a name. */
export const flushOwnerOf = (context: string, n: number): string => `${context}#${n}`;
/** The n-th request of a flush. */
export const requestOf = (flush: Flush, n: number): Flush => ({
  ...flush,
  flushOwner: `${flush.flushOwner}.${n}`,
});
const contextOf = (flushOwner: string): string => flushOwner.slice(0, flushOwner.lastIndexOf('#'));

/** Applies one event to stored items in one transaction; those it says nothing to are not written. */
export function applyToAll(
  flush: RunnerDeps,
  ids: readonly string[],
  event: OutboxEvent,
): Promise<readonly OutboxItem[]> {
  const now = flush.clock();
  return flush.store.update(ids, (item) => changed(item, transition(item, event, now)));
}

/** The changed item, or undefined when nothing changed: what a store's `change` answers. */
export const changed = (before: OutboxItem, after: OutboxItem): OutboxItem | undefined =>
  after === before ? undefined : after;

/** Frees items whose holder is gone, and those that only waited for the line (or a server that had failed) when it is back. */
export async function freeItems(
  flush: Flush,
  { hurry = false, afterFailure = false }: Pick<FlushOptions, 'hurry' | 'afterFailure'>,
): Promise<void> {
  const items = await flush.store.all();
  const held = items.filter((item) => item.state === 'sending').map((item) => item.id);
  const waiting = items.filter((item) => item.state === 'waiting').map((item) => item.id);
  if (held.length > 0) await applyToAll(flush, held, { type: 'reclaimed' });
  await freeOrphans(flush, items);
  if (hurry && waiting.length > 0) await applyToAll(flush, waiting, { type: 'hurried', afterFailure });
}

/** A page that was closed or loaded anew in the middle of a request leaves items that nobody sends any more. */
async function freeOrphans(flush: Flush, items: readonly OutboxItem[]): Promise<void> {
  const { isGone } = flush;
  if (!isGone) return;
  const holders = new Set(items.flatMap((item) => (item.state === 'sending' ? [item.lease.owner] : [])));
  for (const holder of holders) {
    if (!(await isGone(contextOf(holder)))) continue;
    const orphans = items.filter((item) => isHeldBy(item, holder)).map((item) => item.id);
    await applyToAll(flush, orphans, { type: 'holder-gone', owner: holder });
  }
}

/**
 * The next batch, under a lease of this flush. Only what the store gave is ours: another flusher may have been
 * quicker with some of it.
 */
export async function takeBatch(
  flush: Flush,
  room: { readonly bytes: number; readonly beside: boolean },
  tried: ReadonlySet<string>,
): Promise<readonly OutboxItem[]> {
  const chosen = chooseBatch(await flush.store.all(), { now: flush.clock(), ...room, except: tried });
  return hold(flush, chosen);
}

/** Takes items or lengthens their lease, and gives back those this flush holds. */
export async function hold(flush: Flush, items: readonly OutboxItem[]): Promise<readonly OutboxItem[]> {
  if (items.length === 0) return [];
  const ids = items.map((item) => item.id);
  const taken = await applyToAll(flush, ids, { type: 'taken', owner: flush.flushOwner });
  return taken.filter((item) => isHeldBy(item, flush.flushOwner));
}
