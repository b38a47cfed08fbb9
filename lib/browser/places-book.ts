import { childrenOf } from '../places/children';
import { createGradualKeys, type GradualKeys } from '../places/gradual-keys';
import type { Place as PackPlace } from '../places/place';
import { createPlaceBook, type PlaceBook } from '../places/place-book';
import type { Near } from '../places/place-ranking';
import { createPlaceSearch, type PlaceSearch } from '../places/place-search';
import type { Place, PlacesState } from './places-api';

/** Places that were loaded, and their names as far as they are folded: kept while only the nearness changes. */
export interface PlacesInHand {
  readonly book: PlaceBook;
  readonly keys: GradualKeys;
}

export function placesInHand(lists: readonly (readonly PackPlace[])[]): PlacesInHand {
  const book = createPlaceBook(...lists);
  return { book, keys: createGradualKeys(book.places) };
}

/** What screens ask of these places; `prepare` makes the search ready a piece at a time and says when it is. */
export function openBook({ book, keys }: PlacesInHand, near: Near) {
  let search: PlaceSearch | undefined;
  const ready = (): PlaceSearch => {
    search ??= createPlaceSearch(book, near, keys.all());
    return search;
  };
  const shown = (place: PackPlace): Place => ({
    id: place.id,
    level: place.level,
    name: place.name,
    ...(place.wards !== undefined && { wards: place.wards }),
    path: book.above(place).map(({ id, level, name }) => ({ id, level, name })),
  });
  const answers: Pick<PlacesState, 'search' | 'children' | 'place'> = {
    search: (query, options) => ready()(query, options).map(shown),
    children: (parentId) => childrenOf(book, parentId, languageOfPage()).map(shown),
    place: (id) => {
      const place = book.get(id);
      return place && shown(place);
    },
  };
  return {
    answers,
    // Thousands of names are folded between other things, neither when the page opens nor at the first key.
    prepare: (): boolean => {
      if (keys.foldSome()) ready();
      return search !== undefined;
    },
  };
}

function languageOfPage(): 'bn' | 'en' {
  return typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'bn';
}
