/** One exchange as it went: bytes that were in the air with it, by `lineBytes`, and how long until its answer, or until it was given up. */
export interface Exchange {
  readonly bytes: number;
  readonly ms: number;
  readonly answered: boolean;
}

const START_BYTES = 24 * 1024;
const LEAST_BYTES = 2 * 1024;
const MOST_BYTES = 512 * 1024;
const SHORTEST_MS = 5_000;
const LONGEST_MS = 8_000;
const AIM_MS = 6_500;
/** Of a line that is quick. A batch may grow so many times at once: its time says what the line carries. */
const GROWTH = 4;
/** Requests that may be on their way at once: with fewer the line rests while one is read, written and answered. */
export const MOST_AT_ONCE = 3;

/**
 * Bytes that may be in the air, so that it takes 5–8 s on the air: a line that drops every 20 s still gets each one
 * through, and a good line is not slowed down by many small ones.
 *
 * | last exchange | next batch |
 * |---|---|
 * | not answered | half of what was tried |
 * | longer than 8 s | what would have taken 6.5 s |
 * | shorter than 5 s and at least half full | up to four times as much, at most what would take 6.5 s |
 * | else | as before |
 */
export function nextBatchBytes(history: readonly Exchange[], start = START_BYTES): number {
  return history.reduce((limit, one) => afterExchange(limit, one, Math.min(start, LEAST_BYTES)), start);
}

/** What one request may have of `all` bytes: no more requests than are as large as the first one. */
export function requestBytes(all: number, start = START_BYTES): number {
  return all / Math.min(MOST_AT_ONCE, Math.max(1, Math.floor(all / start)));
}

function afterExchange(limit: number, { bytes, ms, answered }: Exchange, least: number): number {
  const clamp = (to: number) => Math.round(Math.min(MOST_BYTES, Math.max(least, to)));
  if (!answered) return clamp(Math.min(limit, Math.max(bytes, least)) / 2);
  const aim = (bytes * AIM_MS) / Math.max(ms, 1);
  if (ms > LONGEST_MS) return clamp(Math.min(limit, aim));
  // A small quick batch tells about the round trip, not about the line.
  if (ms < SHORTEST_MS && bytes * 2 >= limit) return clamp(Math.max(limit, Math.min(limit * GROWTH, aim)));
  return limit;
}
