import type { Place } from './place';
import { keysOfPlaces, type PlaceKeys } from './place-keys';

/** Places folded in one go: a few milliseconds on a cheap phone. */
const SLICE = 250;

/** Keys of many places, folded a slice at a time, so that a slow phone can take a key press in between. */
export interface GradualKeys {
  /** Folds the next slice; true when nothing is left. */
  foldSome(): boolean;
  /** All keys in the order of the places, folding at once what is left. */
  all(): readonly PlaceKeys[];
}

export function createGradualKeys(places: readonly Place[]): GradualKeys {
  const keys: PlaceKeys[] = [];
  const fold = (count: number): boolean => {
    keys.push(...keysOfPlaces(places.slice(keys.length, keys.length + count)));
    return keys.length === places.length;
  };
  return {
    foldSome: () => fold(SLICE),
    all: () => {
      fold(places.length);
      return keys;
    },
  };
}
