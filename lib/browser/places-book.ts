import { childrenOf } from '../places/children';
import { createGradualKeys } from '../places/gradual-keys';
import { decodeIndexPack, decodeUnionPack, type PackProblem } from '../places/pack';
import type { Place as PackPlace } from '../places/place';
import { createPlaceBook, type PlaceBook } from '../places/place-book';
import type { Near } from '../places/place-ranking';
import { createPlaceSearch, type PlaceSearch } from '../places/place-search';
import type { Result } from '../shared/result';
import type { Place, PlacesState } from './places-api';

type Decode = (pack: unknown) => Result<readonly PackPlace[], PackProblem>;

/** Reads a pack; null when it cannot be had now or came broken. */
export type FetchPack = (path: string) => Promise<unknown>;

/**
 * The places of this device, growing: index first, then the own district, then the whole country. `onState` gets a new
 * state after each. `whenQuiet` does work when nobody is waiting for the page.
 */
export function createPlacesLoader(
  fetchPack: FetchPack,
  onState: (state: PlacesState) => void,
  whenQuiet: (work: () => void) => void,
) {
  let near: Near = {};
  let lists: readonly (readonly PackPlace[])[] = [];
  let wholeCountry = false;
  let turn = 0;
  const loading = new Map<string, Promise<boolean>>();

  /** Loads a pack once; a failed one may be asked for again. */
  function load(path: string, decode: Decode): Promise<boolean> {
    const known = loading.get(path);
    if (known !== undefined) return known;
    const arriving = fetchPack(path).then((pack) => {
      const places = pack === null ? null : decode(pack);
      if (!places?.ok) {
        loading.delete(path);
        return false;
      }
      lists = [...lists, places.value];
      return true;
    });
    loading.set(path, arriving);
    return arriving;
  }

  const show = (): void => {
    if (!loading.has(INDEX)) return;
    turn += 1;
    const mine = turn;
    const { state, prepare } = stateOf(createPlaceBook(...lists), near, { wholeCountry, loadDistrict });
    onState(state);
    const goOn = (): void => {
      if (mine === turn && !prepare()) whenQuiet(goOn);
    };
    whenQuiet(goOn);
  };

  async function loadDistrict(districtId: string): Promise<boolean> {
    if (wholeCountry || loading.has(districtPack(districtId)))
      return wholeCountry || (await load(districtPack(districtId), decodeUnionPack));
    const loaded = await load(districtPack(districtId), decodeUnionPack);
    if (loaded) show();
    return loaded;
  }

  return {
    /** Where the counter stands: its neighbours come first in every search from now on. */
    setNear(next: Near): void {
      near = next;
      show();
    },
    async loadIndex(): Promise<boolean> {
      const loaded = await load(INDEX, decodeIndexPack);
      if (loaded) show();
      return loaded;
    },
    loadDistrict,
    async loadCountry(): Promise<boolean> {
      const loaded = await load('/places/unions.json', decodeUnionPack);
      if (loaded && !wholeCountry) {
        wholeCountry = true;
        show();
      }
      return loaded;
    },
  };
}

const INDEX = '/places/index.json';
const districtPack = (districtId: string): string => `/places/d/${encodeURIComponent(districtId)}.json`;

function stateOf(
  book: PlaceBook,
  near: Near,
  rest: Pick<PlacesState, 'wholeCountry' | 'loadDistrict'>,
): { readonly state: PlacesState; readonly prepare: () => boolean } {
  const keys = createGradualKeys(book.places);
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
  const state: PlacesState = {
    ready: true,
    ...rest,
    search: (query, options) => ready()(query, options).map(shown),
    children: (parentId) => childrenOf(book, parentId, languageOfPage()).map(shown),
    place: (id) => {
      const place = book.get(id);
      return place && shown(place);
    },
  };
  return {
    state,
    // Thousands of names are folded between other things, neither when the page opens nor at the first key.
    prepare: () => {
      if (keys.foldSome()) ready();
      return search !== undefined;
    },
  };
}

function languageOfPage(): 'bn' | 'en' {
  return typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'bn';
}
