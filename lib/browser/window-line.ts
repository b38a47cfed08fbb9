import type { Line } from '../remote/exchange';

/** The line of this window, for calls that need no store. */
export const windowLine: Line = { fetch: (input, init) => fetch(input, init), origin: '', now: Date.now };
