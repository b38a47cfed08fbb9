const SMALLEST = 32 * 1024;
/** What is lost when the line drops is at most this much. */
export const MOST_CHUNK_BYTES = 64 * 1024;
/** A chunk that took longer would lose too much when the line drops. Milliseconds. */
const LONG = 8_000;
/** A chunk that took less pays too much for its round trip. */
const SHORT = 2_000;

export const FIRST_CHUNK_BYTES = SMALLEST;

/** Bytes of the next piece: 32–64 KiB, the larger where the line carries it. */
export function nextChunkBytes(last: number, tookMs: number): number {
  if (tookMs > LONG) return Math.max(SMALLEST, last / 2);
  return tookMs < SHORT ? Math.min(MOST_CHUNK_BYTES, last * 2) : last;
}
