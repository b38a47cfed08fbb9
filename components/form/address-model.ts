import type { AddressAnswer, Field } from '../../lib/forms/definition';
import { isAsked } from '../../lib/forms/normalise-answer';

export const PLACE_LEVELS = ['division', 'district', 'upazila', 'union'] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** A place with the places above it, in any order. */
export interface PickedPlace {
  readonly id: string;
  readonly level: PlaceLevel;
  readonly path: readonly { readonly id: string; readonly level: PlaceLevel }[];
}

/** Levels of the country that this field asks for, largest first. */
export function placeLevelsOf(field: Field): readonly PlaceLevel[] {
  return PLACE_LEVELS.filter((level) => isAsked(field, level));
}

/** Parts that are typed, in the order they are asked. */
export function typedPartsOf(
  field: Field,
): readonly ('village' | 'road' | 'holdingNo' | 'postOffice' | 'postCode')[] {
  return (['village', 'road', 'holdingNo', 'postOffice', 'postCode'] as const).filter((part) =>
    isAsked(field, part),
  );
}

/** The address with another place. Smaller levels and the ward belonged to the old place and go; what was typed stays. */
export function withPlace(address: AddressAnswer, place: PickedPlace, field: Field): AddressAnswer {
  const chosen = new Map([place, ...place.path].map((one) => [one.level, one.id]));
  return rebuilt(address, field, (level) => chosen.get(level), place.id === smallestPlaceId(address));
}

/** The address with one level chosen from its list, or cleared; smaller levels go. */
export function withLevel(
  address: AddressAnswer,
  level: PlaceLevel,
  id: string | undefined,
  field: Field,
): AddressAnswer {
  const at = PLACE_LEVELS.indexOf(level);
  const idOf = (one: PlaceLevel, index: number) =>
    index < at ? address[one] : index === at ? id : undefined;
  return rebuilt(address, field, (one) => idOf(one, PLACE_LEVELS.indexOf(one)), address[level] === id);
}

/** The address with one other part; blank text takes the part away. */
export function withPart(
  address: AddressAnswer,
  part: Exclude<keyof AddressAnswer, PlaceLevel>,
  text: string,
): AddressAnswer | undefined {
  const { [part]: _old, ...rest } = address;
  const next = text === '' ? rest : { ...rest, [part]: text };
  return Object.keys(next).length > 0 ? next : undefined;
}

/** What of another address this field asks for; undefined when nothing fits. */
export function copiedAddress(from: AddressAnswer, field: Field): AddressAnswer | undefined {
  const parts = (Object.entries(from) as [keyof AddressAnswer, string | undefined][]).filter(
    ([key, value]) => value !== undefined && isAsked(field, key),
  );
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

/** Id of the smallest place chosen so far. */
export function smallestPlaceId(address: AddressAnswer): string | undefined {
  return address.union ?? address.upazila ?? address.district ?? address.division;
}

/** The next level to choose, or null when every asked level is chosen. */
export function missingLevel(address: AddressAnswer, field: Field): PlaceLevel | null {
  return placeLevelsOf(field).find((level) => address[level] === undefined) ?? null;
}

function rebuilt(
  address: AddressAnswer,
  field: Field,
  idOf: (level: PlaceLevel) => string | undefined,
  isSamePlace: boolean,
): AddressAnswer {
  const { division: _1, district: _2, upazila: _3, union: _4, ward, ...typed } = address;
  const places = placeLevelsOf(field)
    .map((level) => [level, idOf(level)] as const)
    .filter(([, id]) => id !== undefined);
  return { ...Object.fromEntries(places), ...(isSamePlace && ward !== undefined ? { ward } : {}), ...typed };
}
