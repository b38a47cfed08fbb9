import type { LocalText } from '../shared/locale';

export type PlaceLevel = 'division' | 'district' | 'upazila' | 'union';

export interface Place {
  readonly id: string;
  readonly level: PlaceLevel;
  readonly name: LocalText;
  /** Above it, nearest first: union → upazila, district, division. */
  readonly path: readonly { readonly id: string; readonly level: PlaceLevel; readonly name: LocalText }[];
}

export interface PlacesState {
  /** The index (divisions, districts, upazilas) is here. */
  readonly ready: boolean;
  /** Unions of the whole country are here, not only those of the own district. */
  readonly wholeCountry: boolean;
  search(
    query: string,
    options?: { readonly levels?: readonly PlaceLevel[]; readonly limit?: number },
  ): readonly Place[];
  /** Children in Bangla order; null = the divisions. */
  children(parentId: string | null): readonly Place[];
  place(id: string): Place | undefined;
  /** Makes sure the unions of one district are here; false when they cannot be had now. */
  loadDistrict(districtId: string): Promise<boolean>;
}

/** Places for the address field, ranked by nearness to the centre. */
export function usePlaces(): PlacesState {
  return EMPTY;
}

const EMPTY: PlacesState = {
  ready: false,
  wholeCountry: false,
  search: () => [],
  children: () => [],
  place: () => undefined,
  loadDistrict: async () => false,
};
