/** Milliseconds since the epoch. Pure rooms receive it as an argument and never ask the machine. */
export type Clock = () => number;

/** A number in [0, 1). Given in, so that a test can repeat chance. */
export type Chance = () => number;
