import { assert } from '../../shared/assert';
import type { AreaRow, IndexPack, StatusMark, UnionPack } from '../pack';
import type { CorrectedPlaces, Corrections, Row } from './correct-places';

export interface Packs {
  readonly index: IndexPack;
  readonly country: UnionPack;
  /** By id of the district. */
  readonly districts: ReadonlyMap<string, UnionPack>;
}

const MARKS: Readonly<Record<string, StatusMark>> = { merged_urban: 'm', unverified: 'u' };

/** The packs of these places; `version` is written into each, so that packs of two editions are never mixed unseen. */
export function encodePacks(
  places: CorrectedPlaces,
  cities: Corrections['cityCorporations'],
  version: string,
): Packs {
  const { divisions, districts, upazilas, unions } = places;
  const unionsByUpazila = new Map<number, readonly Row[]>(
    upazilas.map(({ number }) => [number, unions.filter(({ parent }) => parent === number)]),
  );
  const packOf = (areas: readonly Row[]) => unionPack(areas, unionsByUpazila, version);
  const index: IndexPack = {
    v: 1,
    version,
    divisions: divisions.map(({ number, name, code = '', alt }) => [
      `v${number}`,
      name.bn,
      name.en,
      code,
      alt,
    ]),
    districts: districts.map((row) => areaRow(row, 'd', 'v')),
    upazilas: upazilas.map((row) => areaRow(row, 'z', 'd')),
    cities: cities.map(({ id, district, bn, en, wards, status }) => {
      const mark = MARKS[status];
      return mark ? [id, `d${district}`, bn, en, wards, mark] : [id, `d${district}`, bn, en, wards];
    }),
  };
  return {
    index,
    country: packOf(upazilas),
    districts: new Map(
      districts.map(({ number }) => [
        `d${number}`,
        packOf(upazilas.filter(({ parent }) => parent === number)),
      ]),
    ),
  };
}

function areaRow(
  { number, parent, name, code = '', alt }: Row,
  letter: string,
  parentLetter: string,
): AreaRow {
  const row = [`${letter}${number}`, `${parentLetter}${parent}`, name.bn, name.en, code] as const;
  return alt.length > 0 ? [...row, alt] : row;
}

function unionPack(
  upazilas: readonly Row[],
  unionsByUpazila: ReadonlyMap<number, readonly Row[]>,
  version: string,
): UnionPack {
  const rows = upazilas.flatMap(({ number }) => unionsByUpazila.get(number) ?? []);
  for (const { name } of rows)
    assert(!`${name.bn}${name.en}`.includes('|'), `${name.en} holds the separator`);
  return {
    v: 1,
    version,
    upazilas: upazilas.map(({ number }) => `z${number}`),
    counts: upazilas.map(({ number }) => unionsByUpazila.get(number)?.length ?? 0),
    ids: rows.map(({ number }, index) => number - (rows[index - 1]?.number ?? 0)),
    bn: rows.map(({ name }) => name.bn).join('|'),
    en: rows.map(({ name }) => name.en).join('|'),
    status: Object.fromEntries(rows.flatMap(({ number, status }) => statusEntry(number, status))),
  };
}

function statusEntry(number: number, status: string | undefined): readonly (readonly [string, StatusMark])[] {
  const mark = status === undefined ? undefined : MARKS[status];
  return mark ? [[`u${number}`, mark]] : [];
}
