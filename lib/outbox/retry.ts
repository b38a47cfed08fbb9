import type { Chance } from '../shared/clock';

/**
 * Longest wait after a number of attempts, in milliseconds. The wait drawn lies between half of it and all of it, so
 * that the centres of a district do not come back in the same second.
 *
 * | attempt | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 and more |
 * |---|---|---|---|---|---|---|---|---|---|---|
 * | at most | 2 s | 4 s | 8 s | 16 s | 32 s | 64 s | 128 s | 256 s | 512 s | 15 min |
 */
const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;
const LAST_STEP = 10;

/** Longest that a server may silence the device: a portal's wrong `Retry-After` must not freeze a queue. */
export const LONGEST_ASKED_MS = 60 * 60_000;

/** Milliseconds to wait after the n-th attempt, n ≥ 1. There is no last attempt. */
export function backoffMs(attempts: number, chance: Chance): number {
  const step = Math.min(Math.max(attempts, 1), LAST_STEP);
  const longest = step === LAST_STEP ? LONGEST_MS : FIRST_MS * 2 ** (step - 1);
  return Math.round(longest * (0.5 + chance() / 2));
}

/** What the server asked for plus up to a tenth, so that all it silenced do not come back at once. */
export function askedMs(retryAfterMs: number, chance: Chance): number {
  const asked = Math.min(Math.max(retryAfterMs, 0), LONGEST_ASKED_MS);
  return Math.round(asked * (1 + chance() / 10));
}

/**
 * Whether a wait is over. One that ends further ahead than any wait of its kind can was begun before the clock was
 * set back: over as well. `asked`: a server may have named the time.
 */
export function waitIsOver(until: number, now: number, asked: boolean): boolean {
  return until <= now || until > now + (asked ? LONGEST_ASKED_MS * 1.1 : LONGEST_MS);
}
