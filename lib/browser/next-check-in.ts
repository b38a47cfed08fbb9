import type { CheckIn, HeldCode } from '../contract/check-in';
import { type WrittenCheckIn, writeCheckIn } from '../contract/write-check-in';

/** A page that stays open says again what it holds, and hears what others lost, milliseconds. */
const AGAIN_AFTER = 6 * 60 * 60 * 1000;

/** What the server has answered, over one check-in or the parts of several. */
export interface ToldCheckIn {
  readonly said: CheckIn;
  /** Device clock, when it was begun to be told. */
  readonly at: number;
}

/** Of the queue now, besides what is told. */
export interface Look {
  readonly now: number;
  /** The list of what never arrived is not empty here: whether it still stands is asked with every exchange. */
  readonly isWatched: boolean;
  /** What the server has: it left the list of what waits by arriving. */
  readonly received: ReadonlySet<string>;
}

/**
 * The check-in the next exchange carries; null when the server knows all of it. A queue too large for one is said in
 * parts. Codes in `full` are as `parseTrackingCode` spells them.
 */
export function nextCheckIn(
  full: CheckIn,
  told: ToldCheckIn | null,
  { now, isWatched, received }: Look,
): WrittenCheckIn | null {
  const known = stillCounts(full, told, now);
  const whole = writeCheckIn(full);
  const unsaid = (list: 'waiting' | 'takenBack') => {
    const codes = codesOf(known?.[list] ?? []);
    return full[list].filter(({ trackingCode }) => !codes.has(trackingCode));
  };
  const waiting = unsaid('waiting');
  const takenBack = unsaid('takenBack');
  const isNew = full.lost.length > 0 || waiting.length + takenBack.length > 0 || isWatched;
  // From parts alone nothing is concluded, so the first that fits is said as a whole.
  const isWholeAgain = known?.isPart === true && !whole.said.isPart;
  if (known !== null && !isNew && !isWholeAgain && !hasLeft(known, full, received)) return null;
  if (!whole.said.isPart || waiting.length + takenBack.length === 0) return whole;
  return writeCheckIn({ ...full, waiting, takenBack, isPart: true });
}

/** What is told after an answer: of what was told before, that which still lies here, and what was said now. */
export function toldAfter(
  before: ToldCheckIn | null,
  { said, full }: { readonly said: CheckIn; readonly full: CheckIn },
  now: number,
): ToldCheckIn {
  const known = stillCounts(full, before, now);
  if (!said.isPart || known === null || before === null) return { said, at: now };
  const join = (list: 'waiting' | 'takenBack'): readonly HeldCode[] => {
    const here = codesOf(full[list]);
    const again = codesOf(said[list]);
    const kept = known[list].filter(({ trackingCode: code }) => here.has(code) && !again.has(code));
    return [...kept, ...said[list]];
  };
  return { said: { ...said, waiting: join('waiting'), takenBack: join('takenBack') }, at: before.at };
}

/** What was told counts for six hours, to the same server, under the same device code. */
function stillCounts(full: CheckIn, told: ToldCheckIn | null, now: number): CheckIn | null {
  if (told === null || Math.abs(now - told.at) > AGAIN_AFTER) return null;
  return told.said.epoch === full.epoch && told.said.usedBy === full.usedBy ? told.said : null;
}

/** Whether something left the queue without arriving. */
function hasLeft(known: CheckIn, full: CheckIn, received: ReadonlySet<string>): boolean {
  const here = codesOf(full.waiting);
  return known.waiting.some(({ trackingCode: code }) => !here.has(code) && !received.has(code));
}

export const codesOf = (codes: readonly HeldCode[]): ReadonlySet<string> =>
  new Set(codes.map(({ trackingCode }) => trackingCode));
