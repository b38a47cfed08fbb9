import { beginsAlmost } from '../bangla/begins-almost';
import { createKeyText, START } from './key-text';
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
 * before longer ones, larger places before smaller. All the folding is done here once, not at the key press.
 */
export function createPlaceSearch(book: PlaceBook, near: Near = {}): PlaceSearch {
  const { places } = book;
  const keys = keysOfPlaces(places);
  const numberById = new Map(places.map(({ id }, number) => [id, number]));
  const names = createKeyText(keys.map((one) => one.names));
  const words = createKeyText(keys.map((one) => one.words));
  const sounds = createKeyText(soundsOf(keys));
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
    const hasWord = (number: number, key: string) =>
      keys[number]?.words.some((word) => word.startsWith(key)) ?? false;
    const fits = new Map<number, Fit>();
    for (const word of typed)
      for (const number of words.ownersWith(START + word)) {
        const place = places[number];
        if (!place || fits.has(number)) continue;
        const above = book.above(place).map(({ id }) => numberById.get(id) ?? -1);
        const own = typed.filter((one) => hasWord(number, one));
        const rest = typed.filter((one) => !own.includes(one));
        if (!rest.every((one) => above.some((higher) => hasWord(higher, one)))) continue;
        const begins = own.some((one) => keys[number]?.names.some((name) => name.startsWith(one)));
        fits.set(number, begins ? FIT.begins : FIT.wordBegins);
      }
    return fits;
  }

  function looseFits(key: string): Fits {
    if (key.length < SHORTEST_LOOSE) return new Map();
    const almost = places.flatMap((_, number) =>
      keys[number]?.names.some((name) => beginsAlmost(name, key)) ? [number] : [],
    );
    if (almost.length > 0) return new Map(almost.map((number) => [number, FIT.almost]));
    const sound = LATIN.test(key) ? soundKey(key) : '';
    if (sound.length < SHORTEST_LOOSE) return new Map();
    return new Map(sounds.ownersWith(START + sound).map((number) => [number, FIT.soundsAlike]));
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
