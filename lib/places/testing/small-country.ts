import { assert } from '../../shared/assert';
import type { Place, PlaceLevel } from '../place';
import { createPlaceBook, type PlaceBook } from '../place-book';

/** A small country for tests: two places called শেরপুর at different levels, a city, a merged union. */
export function smallCountry(): PlaceBook {
  return createPlaceBook([
    place('v2', null, 'রাজশাহী', 'Rajshahi'),
    place('v8', null, 'ময়মনসিংহ', 'Mymensingh'),
    place('d14', 'v2', 'বগুড়া', 'Bogura', ['Bogra']),
    place('d15', 'v2', 'রাজশাহী', 'Rajshahi'),
    place('d61', 'v8', 'শেরপুর', 'Sherpur'),
    place('z132', 'd14', 'শেরপুর', 'Sherpur'),
    place('z133', 'd14', 'শিবগঞ্জ', 'Shibganj'),
    place('z450', 'd61', 'শেরপুর সদর', 'Sherpur Sadar'),
    place('u1', 'z132', 'গাড়ীদহ', 'Garidaha'),
    place('u2', 'z133', 'শেরপুরা', 'Sherpura'),
    place('u3', 'z450', 'চরশেরপুর', 'Char Sherpur'),
    { ...place('u4', 'z133', 'শেরপুর', 'Sherpur'), status: 'merged' },
    {
      ...place('c4', 'd15', 'রাজশাহী সিটি কর্পোরেশন', 'Rajshahi City Corporation'),
      level: 'upazila',
      kind: 'city',
    },
    {
      ...place('cu4', 'c4', 'রাজশাহী সিটি কর্পোরেশন', 'Rajshahi City Corporation'),
      level: 'union',
      kind: 'city',
      wards: 30,
    },
  ]);
}

/** The place of that id; a test that names one which is not there is wrong. */
export function placeIn(book: PlaceBook, id: string): Place {
  const found = book.get(id);
  assert(found, `no place ${id}`);
  return found;
}

const LEVELS: Readonly<Record<string, PlaceLevel>> = {
  v: 'division',
  d: 'district',
  z: 'upazila',
  u: 'union',
};

function place(
  id: string,
  parentId: string | null,
  bn: string,
  en: string,
  alt: readonly string[] = [],
): Place {
  const level = LEVELS[id.charAt(0)] ?? 'union';
  return { id, level, parentId, name: { bn, en }, alt, ...(level === 'union' ? { wards: 9 } : {}) };
}
