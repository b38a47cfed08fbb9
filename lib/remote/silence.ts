/** Longest silence where much has to travel, milliseconds. */
const PATIENT_MS = 30_000;
/** The same of a call that is on its way within a second on any line we know that is awake, and that the server answers at once. */
const SHORT_MS = 15_000;
/** An answer that is no older shows a line that is awake and a connection that stands, milliseconds. */
const AWAKE_MS = 60_000;
const SMALL_BYTES = 4 * 1024;

/**
 * How long a call may stay without a word before it counts as lost, beside the time its bytes need. Fetch does not say how far
 * sending has come, so a large body is given the time of the slowest line (8 kbit/s passes a piece of 32 KiB in 33 s);
 * a small one that hangs in a dead line must not hold up the queue for as long. The last piece of a file is small too, but the server
 * has to read and write the whole file before it answers. So does the first call after a while: it may need a new connection, and a lost
 * first packet of one is sent again after 1, 3, 7 and 15 s. `answeredAgo`: milliseconds since the server last answered on this line.
 */
export function silenceMs(call: {
  readonly method: string;
  readonly bytes: number;
  readonly answeredAgo: number;
}): number {
  const { method, bytes, answeredAgo } = call;
  const isAwake = answeredAgo >= 0 && answeredAgo <= AWAKE_MS;
  return isAwake && bytes <= SMALL_BYTES && method !== 'PATCH' ? SHORT_MS : PATIENT_MS;
}
