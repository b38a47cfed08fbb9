import type { Chance } from '../../shared/clock';

/** Chance that can be repeated: the same seed gives the same numbers (mulberry32). For tests and seeds, never for secrets. */
export function seededChance(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`, both possible. */
export function wholeBetween(chance: Chance, least: number, most: number): number {
  return least + Math.floor(chance() * (Math.max(most, least) - least + 1));
}

export function oneOf<T>(chance: Chance, items: readonly T[]): T {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}

export function digitsOf(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => wholeBetween(chance, 0, 9)).join('');
}
