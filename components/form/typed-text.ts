import { toAsciiDigits, toBengaliDigits } from '../../lib/bangla/digits';
import type { Field, FieldType } from '../../lib/forms/definition';
import type { Locale } from '../../lib/shared/locale';

const DIGIT_TYPES: readonly FieldType[] = ['nid', 'brn', 'phone', 'number', 'money', 'date'];

type TypedField = Pick<Field, 'type' | 'rules'>;

/** A stored answer as it stands in its box: digits of the language on screen, a mobile number without +88. */
export function storedText(field: TypedField, answer: unknown, locale: Locale): string {
  if (typeof answer !== 'string') return '';
  if (!isDigits(field, answer)) return answer;
  const local = field.type === 'phone' ? answer.replace(/^\+?88(?=01)/, '') : answer;
  return locale === 'bn' ? toBengaliDigits(local) : toAsciiDigits(local);
}

/** A text with a pattern is stored in ASCII digits whatever was typed, so it is shown like any other number. Beside Latin
 *  letters (a passport, 12/3A) ASCII digits are how the paper has it; free words stand as the person wrote them. */
function isDigits({ type, rules }: TypedField, answer: string): boolean {
  if (DIGIT_TYPES.includes(type)) return true;
  return type === 'text' && rules?.pattern !== undefined && !/[A-Za-z]/.test(answer);
}

/** What the keyboard of a phone offers first. */
export function inputModeOf(type: FieldType): 'text' | 'tel' | 'email' | 'numeric' | 'decimal' {
  switch (type) {
    case 'nid':
    case 'brn':
      return 'numeric';
    case 'phone':
      return 'tel';
    case 'email':
      return 'email';
    case 'number':
    case 'money':
      return 'decimal';
    default:
      return 'text';
  }
}
