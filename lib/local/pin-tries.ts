/** Wrong PINs without a pause. */
export const FREE_TRIES = 5;
/** At this many the key of the drafts is destroyed (mode 55); the sealed queue has nothing to do with it. */
export const LAST_TRY = 10;
/** Pause after the fifth wrong PIN, milliseconds; doubled with each one more. */
const FIRST_PAUSE = 30_000;

/** When the next PIN may come after `wrong` wrong ones in a row; 0 = at once. `now` and the answer are device time, milliseconds. */
export function pauseUntil(wrong: number, now: number): number {
  return wrong < FREE_TRIES ? 0 : now + FIRST_PAUSE * 2 ** (wrong - FREE_TRIES);
}

/** How long still, milliseconds. A clock that was set back must not lock anybody out for years: no wait is longer than its pause. */
export function pauseLeft(wrong: number, waitUntil: number, now: number): number {
  const longest = pauseUntil(wrong, now) - now;
  return wrong < FREE_TRIES ? 0 : Math.min(Math.max(0, waitUntil - now), longest);
}
