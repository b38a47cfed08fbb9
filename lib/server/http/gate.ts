import type { Chance, Clock } from '../../shared/clock';
import type { Result } from '../../shared/result';
import { err, ok } from '../../shared/result';

/** Come again after so many seconds. `rate-limited`: it is this caller alone who asks too much at once. */
export interface TurnedAway {
  readonly type: 'unavailable' | 'rate-limited';
  readonly retryAfterSeconds: number;
}

export interface Gate {
  /** Runs `work` when its turn comes, or turns it away at once. `weight`: how much work it is, beside that of others. */
  run<T>(
    call: { readonly caller: string; readonly weight: number },
    work: () => Promise<T>,
  ): Promise<Result<T, TurnedAway>>;
}

export interface GateLimits {
  /** More at once make nobody faster: the work is the processor's and the disk's. */
  readonly atWork: number;
  /** Longest wait that is worth beginning, milliseconds. */
  readonly longestWait: number;
  /** Weight inside that turns nobody away, however slow the machine is just now. */
  readonly freeLoad: number;
  /** Calls of one caller that are inside at once. */
  readonly perCaller: number;
  /** What a unit of weight takes before anything was measured, milliseconds. */
  readonly msPerUnit: number;
}

/** How much the newest measurement counts. */
const NEWEST = 0.1;
/** How long somebody who was turned away and did not come back is remembered, milliseconds. */
const REMEMBERED = 30_000;
const LONGEST_AWAY_S = 300;
/** Who was turned away is counted up to so many; more would come after the longest time anyhow. */
const MOST_AWAY = 4096;

/**
 * A door with a short queue. Whoever would wait too long is told at once when to come again, and all who were told so are spread
 * over the time that their work will take: a district that comes back in one second is served one after another.
 */
export function createGate(
  { atWork, longestWait, freeLoad, perCaller, msPerUnit }: GateLimits,
  { clock, chance }: { readonly clock: Clock; readonly chance: Chance },
): Gate {
  const inside = new Map<string, number>();
  const queue: (() => void)[] = [];
  const away = new Map<string, { readonly at: number; readonly weight: number }>();
  let pace = msPerUnit;
  let running = 0;
  let load = 0;
  let awayWeight = 0;
  let mark = clock();

  const isFull = (): boolean => running >= atWork && load >= freeLoad && load * pace > longestWait;

  function isBack(caller: string): void {
    awayWeight -= away.get(caller)?.weight ?? 0;
    away.delete(caller);
  }

  function turnAway(type: TurnedAway['type'], caller: string, weight: number): TurnedAway {
    const now = clock();
    isBack(caller);
    away.set(caller, { at: now, weight });
    awayWeight += weight;
    // The oldest stand first: nobody walks past those who are still remembered.
    for (const [who, { at }] of away) {
      if (now - at < REMEMBERED && away.size <= MOST_AWAY) break;
      isBack(who);
    }
    const spread = Math.min(((load + awayWeight) * pace) / 1000, LONGEST_AWAY_S);
    return { type, retryAfterSeconds: Math.ceil(1 + spread * chance()) };
  }

  async function enter(weight: number): Promise<void> {
    load += weight;
    if (running >= atWork) await new Promise<void>((resolve) => queue.push(resolve));
    else {
      if (running === 0) mark = clock();
      running += 1;
    }
  }

  /** The time between two ends while somebody is at work is what the work of the second took, however many share the machine. */
  function leave(weight: number): void {
    const now = clock();
    pace += NEWEST * ((now - mark) / weight - pace);
    mark = now;
    load -= weight;
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async run({ caller, weight }, work) {
      const mine = inside.get(caller) ?? 0;
      if (mine >= perCaller) return err(turnAway('rate-limited', caller, weight));
      if (isFull()) return err(turnAway('unavailable', caller, weight));
      isBack(caller);
      inside.set(caller, mine + 1);
      await enter(weight);
      try {
        return ok(await work());
      } finally {
        leave(weight);
        const left = (inside.get(caller) ?? 1) - 1;
        if (left === 0) inside.delete(caller);
        else inside.set(caller, left);
      }
    },
  };
}
