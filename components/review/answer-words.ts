import { storedText } from '@/components/form/typed-text';
import type { PlacesState } from '@/lib/browser/use-places';
import { isAddressAnswer, isBlank, isFileAnswer, isTextList } from '@/lib/forms/answer-shape';
import type { Answer, Field, OptionSets } from '@/lib/forms/definition';
import { isTick, optionsOf } from '@/lib/forms/options';
import type { Format } from '@/lib/i18n/use-format';
import { addressWordsOf } from './address-words';

export interface AnswerWords {
  readonly format: Format;
  readonly optionSets: OptionSets;
  readonly places: Pick<PlacesState, 'place'>;
  readonly yes: string;
  readonly no: string;
  readonly holding: (number: string) => string;
  readonly ward: (number: string) => string;
  readonly files: (count: number) => string;
}

/** One answer as a person reads it aloud, in the language on screen; null when nothing was answered. */
export function answerInWords(field: Field, answer: Answer | undefined, words: AnswerWords): string | null {
  const { format } = words;
  if (isTick(field)) return answer === true ? words.yes : words.no;
  if (answer === undefined || isBlank(answer)) return null;
  if (isFileAnswer(answer)) return words.files(answer.attachmentIds.length);
  if (field.type === 'address' && isAddressAnswer(answer)) return addressWordsOf(answer, words);
  const options = optionsOf(field, words.optionSets);
  const label = (value: string) => {
    const option = options.find((one) => one.value === value);
    return option ? format.text(option.label) : value;
  };
  if (isTextList(answer)) return answer.map(label).join(', ');
  if (typeof answer !== 'string') return null;
  if (options.length > 0) return label(answer);
  if (field.type === 'date') return format.date(answer);
  if (field.type === 'money') return format.taka(Number(answer));
  return storedText(field, answer, format.locale);
}
