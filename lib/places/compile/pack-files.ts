import { PLACE_ATTRIBUTION } from '../attribution';
import { type BaseList, type Corrections, correctPlaces } from './correct-places';
import { encodePacks } from './encode-packs';

/** Everything under `public/places/`, by path from there. The same input gives the same bytes. */
export type PackFiles = ReadonlyMap<string, string>;

export interface PackSources {
  readonly base: BaseList;
  readonly corrections: Corrections;
  /** The licence text the base list is shipped under: it goes with every copy. */
  readonly licence: string;
}

/** `manifest.json`: what to fetch, and how to tell that it came whole. */
export interface PackManifest {
  readonly v: 1;
  readonly version: string;
  readonly counts: {
    readonly divisions: number;
    readonly districts: number;
    readonly upazilas: number;
    readonly unions: number;
  };
  /** By name: `index`, `unions`, `d/d47`. */
  readonly packs: Readonly<Record<string, PackEntry>>;
}

export interface PackEntry {
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** @param sha256 lower-case hex of a text's UTF-8 */
export function createPackFiles(
  { base, corrections, licence }: PackSources,
  sha256: (text: string) => string,
): PackFiles {
  const places = correctPlaces(base, corrections);
  const version = sha256(JSON.stringify([places, corrections.cityCorporations])).slice(0, 12);
  const { index, country, districts } = encodePacks(places, corrections.cityCorporations, version);
  const packs = new Map<string, string>([
    ['index', lineOf(index)],
    ['unions', lineOf(country)],
    ...[...districts].map(([id, pack]) => [`d/${id}`, lineOf(pack)] as const),
  ]);
  const manifest: PackManifest = {
    v: 1,
    version,
    counts: {
      divisions: places.divisions.length,
      districts: places.districts.length,
      upazilas: places.upazilas.length,
      unions: places.unions.length,
    },
    packs: Object.fromEntries([...packs].map(([name, text]) => [name, entryOf(name, text, sha256)])),
  };
  return new Map([
    ...[...packs].map(([name, text]) => [`${name}.json`, text] as const),
    ['manifest.json', `${JSON.stringify(manifest, null, 1)}\n`],
    ['NOTICE.txt', `${PLACE_ATTRIBUTION.map(({ text }) => text).join('\n')}\n\n${licence.trim()}\n`],
  ]);
}

function entryOf(name: string, text: string, sha256: (text: string) => string): PackEntry {
  return { url: `/places/${name}.json`, sha256: sha256(text), bytes: new TextEncoder().encode(text).length };
}

function lineOf(pack: unknown): string {
  return `${JSON.stringify(pack)}\n`;
}
