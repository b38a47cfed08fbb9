import { beginsAlmost } from '../bangla/begins-almost';
import { createKeyText, type KeyText, START } from './key-text';
import { PLACE_LEVELS, type Place, type PlaceLevel } from './place';
import type { PlaceBook } from './place-book';
import { keysOfPlaces, type PlaceKeys, soundKey, wordKeys } from './place-keys';
import { createRanking, FIT, type Fit, type Fits, type Near } from './place-ranking';

export interface PlaceSearchOptions {
  readonly levels?: readonly PlaceLevel[];
  readonly limit?: number;
}

export type PlaceSearch = (query: string, options?: PlaceSearchOptions) => readonly Place[];

const SHORTEST_INSIDE = 2;
const SHORTEST_LOOSE = 3;
const LATIN = /^[a-z]/;

/**
 * Search over the places of a book. Takes Bangla and Latin letters, other spellings, half words and, when nothing else
 * fits, one wrong letter or the same sound; `union district` narrows down. Names that begin as typed come first, then
 * words inside names; among these the own upazila, the own district, the own division, then the rest; exact names
 * before longer ones, larger places before smaller. All the folding is done once, here or before, not at the key press.
 * @param keys of the book's places, in their order
 */
export function createPlaceSearch(
  book: PlaceBook,
  near: Near = {},
  keys: readonly PlaceKeys[] = keysOfPlaces(book.places),
): PlaceSearch {
  const { places } = book;
  const numberById = new Map(places.map(({ id }, number) => [id, number]));
  const names = createKeyText(keys.map((one) => one.names));
  const words = createKeyText(keys.map((one) => one.words));
  let sounds: KeyText | undefined;
  const best = createRanking(book, keys, near);

  function exactFits(key: string): Fits {
    const fits = new Map<number, Fit>();
    const add = (numbers: readonly number[], fit: Fit) => {
      for (const number of numbers) if (!fits.has(number)) fits.set(number, fit);
    };
    add(names.ownersWith(START + key), FIT.begins);
    add(words.ownersWith(START + key), FIT.wordBegins);
    if (key.length >= SHORTEST_INSIDE) add(names.ownersWith(key), FIT.inside);
    return fits;
  }

  /** Some words name the place, all the others places above it. */
  function narrowedFits(typed: readonly string[]): Fits {
    const parts = typed.map((word) => ({ word, owners: new Set(words.ownersWith(START + word)) }));
    const fits = new Map<number, Fit>();
    for (const number of new Set(parts.flatMap(({ owners }) => [...owners]))) {
      const place = places[number];
      const rest = parts.filter(({ owners }) => !owners.has(number));
      if (!place) continue;
      const above = rest.length === 0 ? [] : book.above(place).map(({ id }) => numberById.get(id) ?? -1);
      if (!rest.every(({ owners }) => above.some((higher) => owners.has(higher)))) continue;
      const isBegin = parts.some(
        ({ word, owners }) => owners.has(number) && keys[number]?.names.some((name) => name.startsWith(word)),
      );
      fits.set(number, isBegin ? FIT.begins : FIT.wordBegins);
    }
    return fits;
  }

  function looseFits(key: string): Fits {
    if (key.length < SHORTEST_LOOSE) return new Map();
    const almost = mayBeginAlmost(key).filter((number) =>
      keys[number]?.names.some((name) => beginsAlmost(name, key)),
    );
    if (almost.length > 0) return new Map(almost.map((number) => [number, FIT.almost]));
    const sound = LATIN.test(key) ? soundKey(key) : '';
    if (sound.length < SHORTEST_LOOSE) return new Map();
    sounds ??= createKeyText(soundsOf(keys));
    return new Map(sounds.ownersWith(START + sound).map((number) => [number, FIT.soundsAlike]));
  }

  /** One wrong letter, or two swapped, leave either the first half as it was or what comes after the middle. */
  function mayBeginAlmost(key: string): readonly number[] {
    const middle = Math.floor((key.length - 1) / 2);
    const found = [
      ...names.ownersWith(START + key.slice(0, middle)),
      ...names.ownersWith(key.slice(middle + 1)),
    ];
    return [...new Set(found)].sort((a, b) => a - b);
  }

  return (query, { levels = PLACE_LEVELS, limit = 50 } = {}) => {
    const typed = wordKeys(query);
    const key = typed.join('');
    if (key === '') return [];
    const isAsked = (number: number) => {
      const place = places[number];
      return place !== undefined && levels.includes(place.level) && !isDoubled(place, levels);
    };
    const asked = (fits: Fits): Fits => new Map([...fits].filter(([number]) => isAsked(number)));
    let found = asked(exactFits(key));
    if (found.size === 0 && typed.length > 1) found = asked(narrowedFits(typed));
    if (found.size === 0) found = asked(looseFits(key));
    return best(found, key, limit);
  };
}

/** Sounds of the Latin names, owner by owner; made as one text, for the same reason as the keys. */
function soundsOf(keys: readonly PlaceKeys[]): readonly (readonly string[])[] {
  const latin = keys.map(({ names }) => names.filter((name) => LATIN.test(name)).join('|'));
  return soundKey(latin.join('/'))
    .split('/')
    .map((own) => own.split('|').filter((name) => name !== ''));
}

/** A city stands at two levels; where unions are asked, only the smaller one is offered, because it brings the larger along. */
function isDoubled({ kind, level }: Place, levels: readonly PlaceLevel[]): boolean {
  return kind === 'city' && level === 'upazila' && levels.includes('union');
}
