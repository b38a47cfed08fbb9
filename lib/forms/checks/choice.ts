import type { Finding } from '../field-error';
import { optionsOf } from '../options';
import type { Check } from './check';

/** One of the options (select, radio). */
export const checkChoice: Check<string> = (field, value, { optionSets }) =>
  optionsOf(field, optionSets).some((option) => option.value === value)
    ? []
    : [{ code: 'not-an-option', values: { value: shorten(value) } }];

/** Several of the options (a checkbox with options, a select with `multiple`). */
export const checkChoices: Check<readonly string[]> = (field, values, context) => {
  const unknown: readonly Finding[] = values
    .flatMap((value) => checkChoice(field, value, context))
    .slice(0, 1);
  const min = field.rules?.minItems ?? 0;
  if (unknown.length > 0 || values.length >= min) return unknown;
  return [{ code: 'too-few-items', values: { min }, soft: field.rules?.soft ?? false }];
};

function shorten(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
