import { normaliseLine } from '../../bangla/normalise';
import { assert } from '../../shared/assert';
import type { LocalText } from '../../shared/locale';

/** Rows of the base list (npm bd-geojs), each with its own numbering. */
export interface BaseList {
  readonly divisions: readonly BaseRow[];
  readonly districts: readonly (BaseRow & { readonly division_id: string })[];
  readonly upazillas: readonly (BaseRow & { readonly district_id: string })[];
  readonly unions: readonly (BaseRow & { readonly upazilla_id: string })[];
}
interface BaseRow {
  readonly id: string;
  readonly name: string;
  readonly bn_name: string;
}

type ById<T> = Readonly<Record<string, T>>;
interface Added {
  readonly id: number;
  readonly parent: number;
  readonly bn: string;
  readonly en: string;
}

/** `corrections.json`: what the base list has to be changed by. */
export interface Corrections {
  readonly expected: ById<number>;
  readonly divisions: {
    readonly rename: ById<LocalText>;
    readonly alt: ById<readonly string[]>;
    readonly code: ById<string>;
  };
  readonly districts: {
    readonly rename: ById<LocalText>;
    readonly alt: ById<readonly string[]>;
    readonly code: ById<string>;
  };
  readonly upazilas: {
    readonly rename: ById<LocalText>;
    readonly add: readonly Added[];
    readonly alt: ById<readonly string[]>;
    readonly code: ById<string>;
  };
  readonly unions: {
    readonly drop: readonly number[];
    readonly move: ById<number>;
    readonly rename: ById<LocalText>;
    readonly add: readonly Added[];
    readonly status: ById<string>;
  };
  readonly cityCorporations: readonly {
    readonly id: number;
    readonly district: string;
    readonly bn: string;
    readonly en: string;
    readonly wards: number;
    readonly status: string;
  }[];
}

/** A corrected row; `number` and `parent` are numbers of the base list. */
export interface Row {
  readonly number: number;
  readonly parent: number;
  readonly name: LocalText;
  readonly alt: readonly string[];
  readonly code?: string;
  readonly status?: string;
}

export interface CorrectedPlaces {
  readonly divisions: readonly Row[];
  readonly districts: readonly Row[];
  readonly upazilas: readonly Row[];
  readonly unions: readonly Row[];
}

/** The base list with every correction applied, in the order of the numbers. Throws when a correction finds nothing to correct or the counts are not the expected ones. */
export function correctPlaces(base: BaseList, corrections: Corrections): CorrectedPlaces {
  const { divisions, districts, upazilas, unions, expected } = corrections;
  const places = {
    divisions: level(base.divisions, () => '0', divisions),
    districts: level(base.districts, (row) => row.division_id, districts),
    upazilas: level(base.upazillas, (row) => row.district_id, upazilas),
    unions: level(base.unions, (row) => row.upazilla_id, unions),
  };
  for (const [name, rows] of Object.entries(places))
    assert(rows.length === expected[name], `${name}: ${rows.length} places, expected ${expected[name]}`);
  checkParents(places.districts, places.divisions);
  checkParents(places.upazilas, places.districts);
  checkParents(places.unions, places.upazilas);
  return places;
}

interface LevelCorrections {
  readonly rename: ById<LocalText>;
  readonly add?: readonly Added[];
  readonly drop?: readonly number[];
  readonly move?: ById<number>;
  readonly alt?: ById<readonly string[]>;
  readonly code?: ById<string>;
  readonly status?: ById<string>;
}

function level<T extends BaseRow>(
  base: readonly T[],
  parentOf: (row: T) => string,
  corrections: LevelCorrections,
): readonly Row[] {
  const { rename, add = [], drop = [], move = {}, alt = {}, code = {}, status = {} } = corrections;
  const rows = new Map<number, Row>();
  for (const row of base) {
    const name = rename[row.id] ?? { bn: row.bn_name, en: row.name };
    const parent = move[row.id] ?? Number(parentOf(row));
    rows.set(Number(row.id), { number: Number(row.id), parent, name: cleaned(name), alt: [] });
  }
  checkKnown(rows, [...Object.keys(rename), ...Object.keys(move), ...drop.map(String)]);
  for (const number of drop) rows.delete(number);
  for (const { id, parent, bn, en } of add) {
    assert(!rows.has(id), `${id} is added but already there`);
    rows.set(id, { number: id, parent, name: cleaned({ bn, en }), alt: [] });
  }
  checkKnown(rows, [...Object.keys(alt), ...Object.keys(code), ...Object.keys(status)]);
  return [...rows.values()]
    .sort((a, b) => a.number - b.number)
    .map((row) => withFacts(row, alt, code, status));
}

function withFacts(row: Row, alt: ById<readonly string[]>, code: ById<string>, status: ById<string>): Row {
  const found = { code: code[row.number], status: status[row.number] };
  return {
    ...row,
    alt: (alt[row.number] ?? []).map(normaliseLine),
    ...(found.code === undefined ? {} : { code: found.code }),
    ...(found.status === undefined ? {} : { status: found.status }),
  };
}

function cleaned({ bn, en }: LocalText): LocalText {
  return { bn: normaliseLine(bn), en: normaliseLine(en) };
}

function checkKnown(rows: ReadonlyMap<number, Row>, ids: readonly string[]): void {
  for (const id of ids) assert(rows.has(Number(id)), `a correction names ${id}, which is not in the list`);
}

function checkParents(rows: readonly Row[], parents: readonly Row[]): void {
  const known = new Set(parents.map(({ number }) => number));
  for (const { number, parent } of rows)
    assert(known.has(parent), `${number} lies in ${parent}, which is not there`);
}
