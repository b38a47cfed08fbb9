import { PLACE_LEVELS, type Place } from './place';
import type { PlaceBook } from './place-book';
import type { PlaceKeys } from './place-keys';

/** Where the counter stands; less is known on a citizen's own phone. */
export interface Near {
  readonly upazilaId?: string;
  readonly districtId?: string;
}

/** How well a place fits what was typed: the smaller, the better. */
export const FIT = { begins: 0, wordBegins: 1, inside: 2, almost: 3, soundsAlike: 4 } as const;
export type Fit = (typeof FIT)[keyof typeof FIT];

/** Fits by number of the place in its book. */
export type Fits = ReadonlyMap<number, Fit>;

/** Puts fits in order: by fit, then by nearness, then exact names, larger places and shorter names first. */
export function createRanking(book: PlaceBook, keys: readonly PlaceKeys[], near: Near) {
  const { places } = book;
  const distances = distancesFrom(book, near);

  function orderOf(number: number, key: string): readonly number[] {
    const { level, status } = places[number] ?? { level: 'union', status: undefined };
    const names = keys[number]?.names ?? [];
    return [
      status === 'merged' ? 1 : 0,
      names.includes(key) ? 0 : 1,
      PLACE_LEVELS.indexOf(level),
      names[0]?.length ?? 0,
      number,
    ];
  }

  /** The first `limit`. Sorted only as far as it is shown: one letter fits a thousand places. */
  return function best(fits: Fits, key: string, limit: number): readonly Place[] {
    const rings = new Map<number, number[]>();
    for (const [number, fit] of fits) {
      const ring = fit * FARTHEST + (distances[number] ?? 0);
      const numbers = rings.get(ring);
      if (numbers) numbers.push(number);
      else rings.set(ring, [number]);
    }
    const shown: number[] = [];
    for (const ring of [...rings.keys()].sort((a, b) => a - b)) {
      if (shown.length >= limit) break;
      const order = new Map((rings.get(ring) ?? []).map((number) => [number, orderOf(number, key)]));
      shown.push(...[...order.keys()].sort((a, b) => compareOrders(order.get(a) ?? [], order.get(b) ?? [])));
    }
    return shown.slice(0, limit).flatMap((number) => places[number] ?? []);
  };
}

/** More than any distance. */
const FARTHEST = 10;

/** 0 own upazila, 1 own district, 2 own division, 3 the rest; by number in the book. */
function distancesFrom(book: PlaceBook, near: Near): readonly number[] {
  const district = near.districtId ?? book.get(near.upazilaId)?.parentId ?? undefined;
  const division = book.get(district)?.parentId ?? undefined;
  const rings = [near.upazilaId, district, division];
  const known = new Map<string, number>();
  const ringOf = (place: Place): number => {
    const before = known.get(place.id);
    if (before !== undefined) return before;
    const own = rings.indexOf(place.id);
    const parent = book.get(place.parentId ?? undefined);
    const ring = own >= 0 ? own : parent ? ringOf(parent) : rings.length;
    known.set(place.id, ring);
    return ring;
  };
  return book.places.map(ringOf);
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
