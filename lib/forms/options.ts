import type { Field, Option, OptionSets } from './definition';

/** The options of a choice field: its own, else its option set's; none when the set is unknown. */
export function optionsOf(field: Field, optionSets: OptionSets): readonly Option[] {
  if (field.options) return field.options;
  return field.optionSet !== undefined && Object.hasOwn(optionSets, field.optionSet)
    ? (optionSets[field.optionSet] ?? [])
    : [];
}

/** Whether the field holds a list of option values rather than one value or a tick. */
export function isMultiple(field: Field): boolean {
  const hasOptions = field.options !== undefined || field.optionSet !== undefined;
  return hasOptions && (field.type === 'checkbox' || field.multiple === true);
}

/** Whether the field is one box, ticked or not. */
export function isTick(field: Field): boolean {
  return field.type === 'declaration' || (field.type === 'checkbox' && !isMultiple(field));
}
