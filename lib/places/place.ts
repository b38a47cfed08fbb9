import type { LocalText } from '../shared/locale';

export const PLACE_LEVELS = ['division', 'district', 'upazila', 'union'] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/**
 * One place. Ids are unique over all levels: `v6` division, `d47` district, `z123` upazila, `u1414` union. A city
 * corporation stands at the level of an upazila (`c1`) and holds itself once at the level of a union (`cu1`), so that an
 * address in a city has every level too.
 */
export interface Place {
  readonly id: string;
  readonly level: PlaceLevel;
  /** null for a division. */
  readonly parentId: string | null;
  readonly name: LocalText;
  /** Older and other spellings, in either script. */
  readonly alt: readonly string[];
  /** BBS geocode; absent where it is not known. */
  readonly code?: string;
  /** `merged`: taken into a town or city, kept for old addresses; `unverified`: sources disagree. */
  readonly status?: 'merged' | 'unverified';
  readonly kind?: 'city';
  /** Number of wards, at the level of a union only. */
  readonly wards?: number;
}

/** Wards of a union (Local Government (Union Parishads) Act 2009). */
export const UNION_WARDS = 9;

/** Numbers of the wards of a union or a city as an address stores them: ASCII, from 1. Empty for larger places. */
export function wardsOf(place: Place): readonly string[] {
  return Array.from({ length: place.wards ?? 0 }, (_, index) => String(index + 1));
}
