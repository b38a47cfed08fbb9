/** How often a holder says that it is alive, milliseconds. */
const HEARTBEAT = 10_000;
/** Silence after which a holder counts as frozen: two missed heartbeats. */
const FROZEN = 2 * HEARTBEAT + 1_000;
const NAME = 'setu-flush';

export interface FlushLockDeps {
  /** Absent where the browser has no Web Locks: then the leases alone keep order. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | undefined;
  readonly now: () => number;
}

export interface FlushLock {
  /** Runs `work` unless another context is flushing now. */
  run<T>(work: () => Promise<T>): Promise<T | 'busy'>;
}

/**
 * One flusher at a time, for politeness only: what really prevents harm is the lease of each item and a server that
 * knows every id. A holder that was frozen (a tab in the background) is passed over after two missed heartbeats.
 */
export function createFlushLock({ locks, channel, now }: FlushLockDeps): FlushLock {
  let lastSign: number | null = null;
  channel?.addEventListener('message', () => {
    lastSign = now();
  });

  async function hold<T>(work: () => Promise<T>): Promise<T> {
    const beat = (): void => channel?.postMessage('flushing');
    beat();
    const timer = setInterval(beat, HEARTBEAT);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      lastSign = null;
    }
  }

  return {
    async run(work) {
      if (locks === undefined) return work();
      const answer = await locks.request(NAME, { ifAvailable: true }, async (lock) =>
        lock === null ? ('busy' as const) : hold(work),
      );
      if (answer !== 'busy') return answer;
      lastSign ??= now();
      if (now() - lastSign <= FROZEN) return 'busy';
      return locks.request(NAME, { steal: true }, () => hold(work));
    },
  };
}
