import { toAsciiDigits, toBengaliDigits } from '../../lib/bangla/digits';
import type { FieldType } from '../../lib/forms/definition';
import type { Locale } from '../../lib/shared/locale';

const DIGIT_TYPES: readonly FieldType[] = ['nid', 'brn', 'phone', 'number', 'money', 'date'];

/** A stored answer as it stands in its box: digits of the language on screen, a mobile number without +88. */
export function storedText(type: FieldType, answer: unknown, locale: Locale): string {
  if (typeof answer !== 'string') return '';
  if (!DIGIT_TYPES.includes(type)) return answer;
  const local = type === 'phone' ? answer.replace(/^\+?88(?=01)/, '') : answer;
  return locale === 'bn' ? toBengaliDigits(local) : toAsciiDigits(local);
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
