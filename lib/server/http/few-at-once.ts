import type { Result } from '../../shared/result';
import { err, ok } from '../../shared/result';

export interface FewAtOnce {
  /** Runs `work` when its turn comes; `too-many` when that does not come in time. */
  run<T>(work: () => Promise<T>): Promise<Result<T, { readonly type: 'too-many' }>>;
}

export interface FewLimits {
  readonly atWork: number;
  readonly mostWaiting: number;
  /** Milliseconds. */
  readonly longestWait: number;
}

/** Small pieces of work of which only a few run at once. The others wait shortly, in order. */
export function createFewAtOnce({ atWork, mostWaiting, longestWait }: FewLimits): FewAtOnce {
  const queue = new Set<() => void>();
  let running = 0;

  function turn(): Promise<boolean> {
    if (queue.size >= mostWaiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const begin = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        queue.delete(begin);
        resolve(false);
      }, longestWait);
      queue.add(begin);
    });
  }

  /** Whoever is next takes over the place that became free. */
  function leave(): void {
    const [next] = queue;
    if (next === undefined) {
      running -= 1;
      return;
    }
    queue.delete(next);
    next();
  }

  return {
    async run(work) {
      if (running < atWork) running += 1;
      else if (!(await turn())) return err({ type: 'too-many' });
      try {
        return ok(await work());
      } finally {
        leave();
      }
    },
  };
}
