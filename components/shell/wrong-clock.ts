/** No device can honestly be before this build was thought of. */
const EARLIEST = Date.UTC(2026, 0, 1);
const TOLERANCE_MS = 10 * 60_000;
/** From here on days, ages and times on a slip can be wrong. */
const OFF_FROM = 60 * 60_000;
/** A reading that is this much later than the contact was reached by setting the clock, not by waiting. */
const JUMP = 60 * 24 * 60 * 60_000;

/** What both clocks said at the last contact, epoch ms. */
export interface ClockContact {
  readonly serverTime: number;
  readonly deviceTime: number;
}

/** `impossible`: cannot be true, and the true time is not known. `off`: so much ahead of the server (negative: behind). */
export type ClockTrouble =
  | { readonly type: 'impossible' }
  | { readonly type: 'off'; readonly aheadMs: number };

/**
 * What is wrong with a clock reading. The server's time rules: no true clock is before a contact that already happened.
 * A clock that was set since the contact is judged by that alone, so that nobody who mends it goes on being told.
 */
export function clockTrouble(now: number, contact: ClockContact | null): ClockTrouble | null {
  if (contact === null) return now < EARLIEST ? { type: 'impossible' } : null;
  const { serverTime, deviceTime } = contact;
  const wasSet = now < deviceTime - TOLERANCE_MS || now > deviceTime + JUMP;
  const aheadMs = deviceTime - serverTime;
  if (!wasSet) return Math.abs(aheadMs) >= OFF_FROM ? { type: 'off', aheadMs } : null;
  return now < serverTime - TOLERANCE_MS ? { type: 'impossible' } : null;
}
