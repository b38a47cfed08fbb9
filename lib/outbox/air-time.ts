/** One exchange as it went: bytes of its batch by `lineBytes`, and how long until its answer, or until it was given up. */
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

/**
 * Bytes the next batch may have, so that it takes 5–8 s on the air: a line that drops every 20 s still gets each one
 * through, and a good line is not slowed down by many small ones.
 *
 * | last exchange | next batch |
 * |---|---|
 * | not answered | half of what was tried |
 * | longer than 8 s | what would have taken 6.5 s |
 * | shorter than 5 s and at least half full | up to twice as much, at most what would take 6.5 s |
 * | else | as before |
 */
export function nextBatchBytes(history: readonly Exchange[]): number {
  return history.reduce(afterExchange, START_BYTES);
}

function afterExchange(limit: number, { bytes, ms, answered }: Exchange): number {
  if (!answered) return clamp(Math.min(limit, Math.max(bytes, LEAST_BYTES)) / 2);
  const aim = (bytes * AIM_MS) / Math.max(ms, 1);
  if (ms > LONGEST_MS) return clamp(Math.min(limit, aim));
  // A small quick batch tells about the round trip, not about the line.
  if (ms < SHORTEST_MS && bytes * 2 >= limit) return clamp(Math.max(limit, Math.min(limit * 2, aim)));
  return limit;
}

const clamp = (bytes: number) => Math.round(Math.min(MOST_BYTES, Math.max(LEAST_BYTES, bytes)));
