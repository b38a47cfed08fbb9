import { err, ok, type Result } from '../shared/result';
import { type Place, UNION_WARDS } from './place';

/** `public/places/index.json`: everything above the unions, and the city corporations. */
export interface IndexPack {
  readonly v: 1;
  readonly version: string;
  /** id, Bangla, English, code, other spellings */
  readonly divisions: readonly (readonly [string, string, string, string, readonly string[]])[];
  /** id, id of the division, Bangla, English, code, other spellings */
  readonly districts: readonly AreaRow[];
  /** id, id of the district, Bangla, English, code, other spellings */
  readonly upazilas: readonly AreaRow[];
  /** number, id of the district, Bangla, English, wards, status */
  readonly cities: readonly (readonly [number, string, string, string, number, StatusMark?])[];
}

export type AreaRow = readonly [string, string, string, string, string, (readonly string[])?];
export type StatusMark = 'm' | 'u';

/**
 * `public/places/d/<district>.json` and `public/places/unions.json`: unions by column, because that halves the weight.
 * `counts[i]` unions belong to `upazilas[i]`; `ids` are differences to the one before; names are joined by `|`.
 */
export interface UnionPack {
  readonly v: 1;
  readonly version: string;
  readonly upazilas: readonly string[];
  readonly counts: readonly number[];
  readonly ids: readonly number[];
  readonly bn: string;
  readonly en: string;
  readonly status: Readonly<Record<string, StatusMark>>;
}

export interface PackProblem {
  readonly type: 'pack-invalid';
  readonly reason: 'not-an-object' | 'unknown-format' | 'columns-differ';
}

/** Places of an index pack, largest first. A pack that came broken over the line is refused, not half read. */
export function decodeIndexPack(pack: unknown): Result<readonly Place[], PackProblem> {
  if (!isPack<IndexPack>(pack)) return err(formatProblem(pack));
  const { divisions, districts, upazilas, cities } = pack;
  if (![divisions, districts, upazilas, cities].every(Array.isArray))
    return err({ type: 'pack-invalid', reason: 'unknown-format' });
  return ok([
    ...divisions.map(
      ([id, bn, en, code, alt]): Place => ({
        id,
        level: 'division',
        parentId: null,
        name: { bn, en },
        alt,
        code,
      }),
    ),
    ...districts.map((row) => areaFrom(row, 'district')),
    ...upazilas.map((row) => areaFrom(row, 'upazila')),
    ...cities.flatMap(cityFrom),
  ]);
}

/** Unions of a district pack or of the pack of the whole country. */
export function decodeUnionPack(pack: unknown): Result<readonly Place[], PackProblem> {
  if (!isPack<UnionPack>(pack)) return err(formatProblem(pack));
  const { upazilas, counts, ids, status } = pack;
  if (![upazilas, counts, ids].every(Array.isArray) || typeof pack.bn !== 'string')
    return err({ type: 'pack-invalid', reason: 'unknown-format' });
  const bn = pack.bn.split('|');
  const en = pack.en.split('|');
  const parents = upazilas.flatMap((upazila, index) => Array<string>(counts[index] ?? 0).fill(upazila));
  if (ids.length !== parents.length || bn.length !== ids.length || en.length !== ids.length)
    return err({ type: 'pack-invalid', reason: 'columns-differ' });
  let number = 0;
  return ok(
    ids.map((step, index): Place => {
      number += step;
      const id = `u${number}`;
      return {
        id,
        level: 'union',
        parentId: parents[index] ?? '',
        name: { bn: bn[index] ?? '', en: en[index] ?? '' },
        alt: [],
        wards: UNION_WARDS,
        ...statusFrom(status[id]),
      };
    }),
  );
}

function areaFrom([id, parentId, bn, en, code, alt = []]: AreaRow, level: 'district' | 'upazila'): Place {
  return { id, level, parentId, name: { bn, en }, alt, code };
}

function cityFrom([number, parentId, bn, en, wards, mark]: IndexPack['cities'][number]): readonly Place[] {
  const shared = { name: { bn, en }, alt: [], kind: 'city', ...statusFrom(mark) } as const;
  const id = `c${number}`;
  return [
    { ...shared, id, level: 'upazila', parentId },
    { ...shared, id: `cu${number}`, level: 'union', parentId: id, wards },
  ];
}

function statusFrom(mark: StatusMark | undefined): Pick<Place, 'status'> {
  return mark === undefined ? {} : { status: mark === 'm' ? 'merged' : 'unverified' };
}

function isPack<T extends { readonly v: 1 }>(pack: unknown): pack is T {
  return typeof pack === 'object' && pack !== null && (pack as { v?: unknown }).v === 1;
}

function formatProblem(pack: unknown): PackProblem {
  const isObject = typeof pack === 'object' && pack !== null;
  return { type: 'pack-invalid', reason: isObject ? 'unknown-format' : 'not-an-object' };
}
