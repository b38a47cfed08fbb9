import type { Line } from '../remote/exchange';
import { countBytes } from './byte-counter';
import { noteNews } from './line-store';

/** The line of this window: what each call shows and weighs is told on. */
export const windowLine: Line = {
  fetch: (input, init) => fetch(input, init),
  origin: '',
  now: Date.now,
  onNews: noteNews,
  onBytes: countBytes,
};
