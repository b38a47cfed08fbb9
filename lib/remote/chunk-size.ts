const SMALLEST = 32 * 1024;
/** What is lost when the line drops is at most this much. */
export const MOST_CHUNK_BYTES = 64 * 1024;
/** Air time of a piece: longer would lose too much to a cut, shorter pays too often for its headers. Milliseconds. */
const AIM = 7_000;
const KIB = 1024;

export const FIRST_CHUNK_BYTES = SMALLEST;

/** Bytes of the next piece, in whole KiB: 32–64, as many as the line carries in seven seconds. */
export function nextChunkBytes(last: number, tookMs: number): number {
  // A small piece says more of the round trip than of the rate.
  if (last < SMALLEST) return SMALLEST;
  const carried = Math.floor((last * AIM) / Math.max(1, tookMs) / KIB) * KIB;
  return Math.min(MOST_CHUNK_BYTES, Math.max(SMALLEST, carried));
}
