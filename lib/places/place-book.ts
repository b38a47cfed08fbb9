import type { Place } from './place';

/** The places at hand: always the index, and the unions of as many districts as were loaded. Never changed, only made anew. */
export interface PlaceBook {
  readonly places: readonly Place[];
  get(id: string | undefined): Place | undefined;
  /** Places directly under this one, in the order of the packs; `null` gives the divisions. */
  under(id: string | null): readonly Place[];
  /** The places above, nearest first. */
  above(place: Place): readonly Place[];
}

/** A book of these places. One that comes twice (its district's pack, then the whole country) counts once. */
export function createPlaceBook(...lists: readonly (readonly Place[])[]): PlaceBook {
  const byId = new Map<string, Place>();
  for (const place of lists.flat()) byId.set(place.id, place);
  const places = [...byId.values()];
  const byParent = new Map<string | null, Place[]>();
  for (const place of places) {
    const siblings = byParent.get(place.parentId);
    if (siblings) siblings.push(place);
    else byParent.set(place.parentId, [place]);
  }
  const parentOf = (place: Place) => (place.parentId === null ? undefined : byId.get(place.parentId));
  return {
    places,
    get: (id) => (id === undefined ? undefined : byId.get(id)),
    under: (id) => byParent.get(id) ?? [],
    above: (place) => {
      const found: Place[] = [];
      for (let at = parentOf(place); at && found.length < 4; at = parentOf(at)) found.push(at);
      return found;
    },
  };
}
