const MOST_SEEN = 60;

/** One more for how often a slot was asked; nothing when that is not counted any further. */
export const MORE_SEEN = Int32Array.from({ length: MOST_SEEN + 1 }, (_, seen) => (seen < MOST_SEEN ? 1 : 0));

/** How far a slot moves towards the bit just seen, in 1/32768, by how often it was asked before. */
export const PACE = Int32Array.from({ length: MOST_SEEN + 1 }, (_, seen) =>
  Math.floor(131072 / (4 * seen + 5)),
);

/**
 * Weight of what each context says, in 1/256, by how often the slot was asked: never, once, twice, up to 4, 8, 16, 32, more.
 * Fitted on names that were not shown before, then fixed.
 */
const WEIGHTS = [
  [77, 167, 38, 128, 133, 192, 156, 84],
  [78, 78, 104, 127, 113, 103, 112, 64],
  [76, 103, 78, 77, 62, 58, 55, -7],
  [83, 127, 90, 84, 94, 58, 62, 15],
  [82, 113, 107, 107, 125, 71, 57, 48],
  [88, 55, 50, 10, -42, 31, 39, 98],
];

/** The weights spread out: 64 a context, one for each number of times. */
export const TRUSTED = Int32Array.from(
  WEIGHTS.flatMap((weights) =>
    Array.from(
      { length: 64 },
      (_, seen) => weights[seen < 3 ? seen : Math.min(7, 33 - Math.clz32(seen - 1))] ?? 0,
    ),
  ),
);
