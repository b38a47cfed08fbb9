import type { AddressAnswer } from '@/lib/forms/definition';
import type { Format } from '@/lib/i18n/use-format';
import { type AddressPlaces, type AddressWords, addressText } from '@/lib/places/address-text';

/** An address on one line, smallest part first. A place that is not on the device yet keeps its id: never dropped. */
export function addressWordsOf(
  answer: AddressAnswer,
  {
    format,
    places,
    holding,
    ward,
  }: AddressWords & {
    readonly format: Format;
    readonly places: { place(id: string): ReturnType<AddressPlaces['get']> };
  },
): string {
  return addressText(
    { get: (id: string | undefined) => (id === undefined ? undefined : places.place(id)) },
    answer,
    format.locale,
    { holding, ward },
  );
}
