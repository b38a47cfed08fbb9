import { toAsciiDigits, toBengaliDigits } from '../bangla/digits';
import type { Locale, LocalText } from '../shared/locale';

/** An address as a form stores it: ids of places, and what was typed. */
export interface AddressParts {
  readonly division?: string | undefined;
  readonly district?: string | undefined;
  readonly upazila?: string | undefined;
  readonly union?: string | undefined;
  readonly ward?: string | undefined;
  readonly village?: string | undefined;
  readonly postOffice?: string | undefined;
  readonly postCode?: string | undefined;
  readonly holdingNo?: string | undefined;
  readonly road?: string | undefined;
}

/** What an address has to know of the places it names; a PlaceBook is one. */
export interface AddressPlaces {
  get(id: string | undefined): { readonly name: LocalText; readonly kind?: string | undefined } | undefined;
}

/** The words around numbers, given in because this room holds no visible text; each is a function of the shown number. */
export interface AddressWords {
  readonly holding: (number: string) => string;
  readonly ward: (number: string) => string;
}

/**
 * One readable line, smallest part first, as an envelope in Bangladesh has it: holding, road, village, ward, union, post
 * office and code, upazila, district, division. An id that is not at hand is shown as it is, never dropped.
 */
export function addressText(
  book: AddressPlaces,
  address: AddressParts,
  locale: Locale,
  words: AddressWords,
): string {
  const shown = (text: string) => (locale === 'bn' ? toBengaliDigits(text) : toAsciiDigits(text));
  const place = (id: string | undefined) =>
    id === undefined ? undefined : (book.get(id)?.name[locale] ?? id);
  const { holdingNo, ward, postOffice, postCode } = address;
  const parts = [
    holdingNo && words.holding(shown(holdingNo)),
    address.road,
    address.village,
    ward && words.ward(shown(ward)),
    place(address.union),
    [postOffice, postCode && shown(postCode)].filter(Boolean).join(' '),
    isCityOf(book, address) ? undefined : place(address.upazila),
    place(address.district),
    place(address.division),
  ];
  return parts.filter((part): part is string => Boolean(part?.trim())).join(', ');
}

/** A city holds itself once at the level of a union: it is named once. */
function isCityOf(book: AddressPlaces, { union, upazila }: AddressParts): boolean {
  return union !== undefined && book.get(upazila)?.kind === 'city';
}
