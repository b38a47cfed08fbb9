/** Owners under this name hold a lock of that name for as long as they live. */
export const PREFIX = 'setu-alive-';

export interface LiveOwner {
  readonly name: string;
  /** Whether a context is certainly no more. False for one that never could show that it lives. */
  isGone(owner: string): Promise<boolean>;
}

/**
 * A name for this context, and a way to tell which others are dead: the browser lets go of a page's locks the moment
 * the page ends, however it ends. A context without Web Locks gets a name that nobody judges; its leases run out.
 */
export function createLiveOwner(
  locks: Pick<LockManager, 'request' | 'query'> | undefined,
  name: string,
): LiveOwner {
  if (locks === undefined) return { name, isGone: async () => false };
  const mine = `${PREFIX}${name}`;
  const shown = new Promise<void>((held, refused) => {
    // Never let go: the browser does that when this context ends.
    locks.request(mine, () => new Promise<void>(() => held())).catch(refused);
  });
  // Where locks are refused nobody is judged; that is no fault to report.
  shown.catch(() => undefined);
  return {
    name: mine,
    async isGone(owner) {
      if (owner === mine || !owner.startsWith(PREFIX)) return false;
      try {
        await shown;
        const { held = [] } = await locks.query();
        const names = new Set(held.map((lock) => lock.name));
        // A browser that hides even our own lock tells nothing about others.
        return names.has(mine) && !names.has(owner);
      } catch {
        return false;
      }
    },
  };
}
