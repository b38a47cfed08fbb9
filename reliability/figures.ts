/** Whether the long night runs (`npm run test:endurance`) and not the check of one change (`npm test`). */
export const isEndurance = process.env.SETU_ENDURANCE === '1';

/** How often something is tried: the figure of a change, or that of a night. */
export const figure = (perChange: number, nightly: number): number => (isEndurance ? nightly : perChange);
