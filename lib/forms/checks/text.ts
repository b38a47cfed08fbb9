import type { Field } from '../definition';
import type { Finding } from '../field-error';
import { hasBrokenCharacters } from './broken-characters';
import type { Check } from './check';
import { checkPattern } from './pattern';

const DEFAULT_MAX = 1000;

/** Free text: any script; limits and pattern of the definition. Lengths count code points. */
export const checkText: Check<string> = (field, text) => {
  if (hasBrokenCharacters(text, true)) return [{ code: 'characters-not-allowed' }];
  const length = checkLength(field, text, 0, DEFAULT_MAX);
  return length.length > 0 ? length : checkPattern(field, text);
};

/** Length limits of a field, in code points, with what holds when it sets none. */
export function checkLength(field: Field, text: string, least: number, most: number): readonly Finding[] {
  const min = field.rules?.minLength ?? least;
  const max = field.rules?.maxLength ?? most;
  const soft = field.rules?.soft ?? false;
  const length = [...text].length;
  if (length < min) return [{ code: 'too-short', values: { min }, soft }];
  // However soft the rule, nobody sends a book.
  return length > max
    ? [{ code: 'too-long', values: { max }, soft: soft && length <= 10 * DEFAULT_MAX }]
    : [];
}
