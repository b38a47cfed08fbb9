import type { AddressAnswer } from '@/lib/forms/definition';
import { addressText } from '@/lib/places/address-text';
import type { AnswerWords } from './answer-words';

/** An address on one line, smallest part first. A place that is not on the device yet keeps its id: never dropped. */
export function addressWordsOf(
  answer: AddressAnswer,
  { format, places, holding, ward }: Pick<AnswerWords, 'format' | 'places' | 'holding' | 'ward'>,
): string {
  return addressText(
    { get: (id: string | undefined) => (id === undefined ? undefined : places.place(id)) },
    answer,
    format.locale,
    { holding, ward },
  );
}
