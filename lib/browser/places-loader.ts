import { decodeIndexPack, decodeUnionPack, type PackProblem } from '../places/pack';
import type { Place } from '../places/place';
import type { Near } from '../places/place-ranking';
import type { Result } from '../shared/result';
import { COUNTRY_PACK, districtPack, INDEX_PACK } from './pack-paths';
import { NO_PLACES, type PlacesState } from './places-api';
import { openBook, type PlacesInHand, placesInHand } from './places-book';

type Decode = (pack: unknown) => Result<readonly Place[], PackProblem>;

/** Reads a pack; null when it cannot be had now or came broken. */
export type FetchPack = (path: string) => Promise<unknown>;

export type PlacesLoader = ReturnType<typeof createPlacesLoader>;

/**
 * The places of this device, growing: index first, then the own district, then the whole country. `onState` gets a new
 * state after each. `whenQuiet` does work when nobody is waiting for the page. What did not come may be asked for again.
 */
export function createPlacesLoader(
  fetchPack: FetchPack,
  onState: (state: PlacesState) => void,
  whenQuiet: (work: () => void) => void,
) {
  let near: Near = {};
  let lists: readonly (readonly Place[])[] = [];
  let inHand: PlacesInHand | undefined;
  let state: PlacesState = { ...NO_PLACES, loadDistrict, loadCountry };
  let turn = 0;
  const loading = new Map<string, Promise<boolean>>();

  /** Loads a pack once; true for everybody who asked. */
  function load(path: string, decode: Decode, whenHere: () => void): Promise<boolean> {
    const known = loading.get(path);
    if (known !== undefined) return known;
    const arriving = takeOver(path, decode, whenHere).catch(() => false);
    loading.set(path, arriving);
    // also one that failed in a way nobody foresaw: kept, its failure would be the answer for the life of the page
    void arriving.then((came) => came || loading.delete(path));
    return arriving;
  }

  async function takeOver(path: string, decode: Decode, whenHere: () => void): Promise<boolean> {
    const pack = await fetchPack(path);
    const places = pack === null ? null : decode(pack);
    if (!places?.ok) return false;
    lists = [...lists, places.value];
    whenHere();
    return true;
  }

  function tell(change: Partial<PlacesState>): void {
    state = { ...state, ...change };
    onState(state);
  }

  function show(change: Partial<PlacesState> = {}): void {
    turn += 1;
    const mine = turn;
    inHand ??= placesInHand(lists);
    const { answers, prepare } = openBook(inHand, near);
    tell({ ...answers, ...change });
    const goOn = (): void => {
      if (mine === turn && !prepare()) whenQuiet(goOn);
    };
    whenQuiet(goOn);
  }

  function showMore(change: Partial<PlacesState> = {}): void {
    inHand = undefined;
    show(change);
  }

  async function loadIndex(): Promise<boolean> {
    const came = await load(INDEX_PACK, decodeIndexPack, () => showMore({ ready: true, coming: true }));
    if (!came && state.coming) tell({ coming: false });
    return came;
  }

  async function loadDistrict(districtId: string): Promise<boolean> {
    if (state.wholeCountry) return true;
    if (!(await loadIndex())) return false;
    return load(districtPack(districtId), decodeUnionPack, () => showMore());
  }

  async function loadCountry(): Promise<boolean> {
    if (!(await loadIndex())) return false;
    const came = await load(COUNTRY_PACK, decodeUnionPack, () =>
      showMore({ wholeCountry: true, coming: false }),
    );
    if (!came && state.coming) tell({ coming: false });
    return came;
  }

  return {
    /** Where the counter stands: its neighbours come first in every search from now on. */
    setNear(next: Near): void {
      near = next;
      if (state.ready) show();
    },
    loadIndex,
    loadDistrict,
    loadCountry,
  };
}
