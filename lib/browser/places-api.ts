import type { LocalText } from '../shared/locale';

export type PlaceLevel = 'division' | 'district' | 'upazila' | 'union';

export interface Place {
  readonly id: string;
  readonly level: PlaceLevel;
  readonly name: LocalText;
  /** Number of wards, at the level of a union only. */
  readonly wards?: number;
  /** Above it, nearest first: union → upazila, district, division. */
  readonly path: readonly { readonly id: string; readonly level: PlaceLevel; readonly name: LocalText }[];
}

export interface PlacesState {
  /** The index (divisions, districts, upazilas) is here. */
  readonly ready: boolean;
  /** Unions of the whole country are here, not only those of the own district. */
  readonly wholeCountry: boolean;
  /** More is on its way for the first time: whoever finds nothing waits. False once it did not come; it is tried again all the same. */
  readonly coming: boolean;
  search(
    query: string,
    options?: { readonly levels?: readonly PlaceLevel[]; readonly limit?: number },
  ): readonly Place[];
  /** Children by the alphabet of the page's language; null = the divisions. */
  children(parentId: string | null): readonly Place[];
  place(id: string): Place | undefined;
  /** Makes sure the unions of one district are here; false when they cannot be had now. */
  loadDistrict(districtId: string): Promise<boolean>;
  /** Makes sure all places are here, for somebody who is searching now; false when they cannot be had now. */
  loadCountry(): Promise<boolean>;
}

/** Before anything was read. */
export const NO_PLACES: PlacesState = {
  ready: false,
  wholeCountry: false,
  coming: true,
  search: () => [],
  children: () => [],
  place: () => undefined,
  loadDistrict: async () => false,
  loadCountry: async () => false,
};
