/** No device can honestly be before this build was thought of. */
const EARLIEST = Date.UTC(2026, 0, 1);
const TOLERANCE_MS = 10 * 60_000;

/** Whether a clock reading cannot be true: before this app existed, or before a contact that already happened. Epoch ms. */
export function isWrongClock(now: number, lastContact: number | null): boolean {
  return now < EARLIEST || (lastContact !== null && now < lastContact - TOLERANCE_MS);
}
