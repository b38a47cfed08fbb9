import type { Chance } from '../shared/clock';

/** Shortest and longest pause while something waits and somebody looks, milliseconds. */
const SEEN = { least: 5_000, most: 8_000 };
/** The same for a page in the background: what is in front, or the worker, does it sooner. */
const UNSEEN = { least: 45_000, most: 60_000 };
/** A person who saves data waits this many times longer. */
const SAVING = 4;
/** The longest pause, however often the server answered and then did not take the work. */
const LONGEST = 5 * 60_000;

export interface Lookout {
  readonly isSeen: boolean;
  readonly savesData: boolean;
  /** How often in a row our server answered the question and still did not take what waits. */
  readonly inVain: number;
}

/**
 * How long until the server is asked again while something waits for it. What a question costs when something answers
 * is in `docs/decisions/0012`; without a line it costs nothing.
 */
export function probePause({ isSeen, savesData, inVain }: Lookout, chance: Chance): number {
  const { least, most } = isSeen ? SEEN : UNSEEN;
  const drawn = least + (most - least) * chance();
  return Math.round(Math.min(LONGEST, drawn * (savesData ? SAVING : 1) * 2 ** Math.min(inVain, 8)));
}
