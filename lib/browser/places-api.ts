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
  search(
    query: string,
    options?: { readonly levels?: readonly PlaceLevel[]; readonly limit?: number },
  ): readonly Place[];
  /** Children by the alphabet of the page's language; null = the divisions. */
  children(parentId: string | null): readonly Place[];
  place(id: string): Place | undefined;
  /** Makes sure the unions of one district are here; false when they cannot be had now. */
  loadDistrict(districtId: string): Promise<boolean>;
}
