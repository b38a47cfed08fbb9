import type { Field, FieldType, OptionSets, ServiceDefinition } from './definition';
import type { DefinitionProblem } from './definition-problem';
import { isMultiple, optionsOf } from './options';

/** `age` is the virtual field; the others would hide what every object has. */
const RESERVED: readonly string[] = ['age', 'constructor', 'prototype'];
const CHOICES: readonly FieldType[] = ['select', 'radio'];
/** A cell of a row holds one text or one tick. */
const ROWLESS: readonly FieldType[] = ['address', 'signature', 'declaration'];

type Found = [where: string, reason: DefinitionProblem['reason'], values?: DefinitionProblem['values']];

/** Names inside one field: its section, options, other fields, pattern. */
export function checkFieldReferences(
  field: Field,
  path: string,
  definition: ServiceDefinition,
  optionSets: OptionSets,
): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const found = (
    where: string,
    reason: DefinitionProblem['reason'],
    values: DefinitionProblem['values'] = {},
  ) => {
    problems.push({ path: `${path}${where}`, reason, values });
  };
  const needsField = (where: string, id: string | undefined) => {
    if (id !== undefined && !definition.fields.some((other) => other.id === id))
      found(where, 'unknown-field', { id });
  };
  if (RESERVED.includes(field.id)) found('.id', 'reserved-id', { id: field.id });
  if (!definition.sections.some(({ id }) => id === field.section))
    found('.section', 'unknown-section', { id: field.section });
  needsField('.rules.minField', field.rules?.minField);
  needsField('.rules.maxField', field.rules?.maxField);
  needsField('.repeatPer', field.repeatPer);
  const per = definition.fields.find(({ id }) => id === field.repeatPer);
  if (per && !isMultiple(per)) found('.repeatPer', 'not-repeatable');
  if ((field.repeat || field.repeatPer) && (ROWLESS.includes(field.type) || isMultiple(field)))
    found('', 'not-repeatable');
  const wrongOption = optionProblem(field, optionSets);
  if (wrongOption) found(...wrongOption);
  const { oneOf } = field;
  if (oneOf !== undefined && definition.fields.filter((other) => other.oneOf === oneOf).length < 2)
    found('.oneOf', 'one-of-alone', { key: oneOf });
  const badPattern = field.rules?.pattern === undefined ? null : patternProblem(field.rules.pattern);
  if (badPattern !== null) found('.rules.pattern', 'bad-pattern', { message: badPattern });
  return problems;
}

function optionProblem(field: Field, optionSets: OptionSets): Found | null {
  const takesOptions = CHOICES.includes(field.type) || field.type === 'checkbox';
  if (!takesOptions && (field.options || field.optionSet !== undefined)) return ['', 'options-unexpected'];
  if (field.optionSet !== undefined && !Object.hasOwn(optionSets, field.optionSet)) {
    return ['.optionSet', 'unknown-option-set', { id: field.optionSet }];
  }
  const values = optionsOf(field, optionSets).map(({ value }) => value);
  const mustHave = CHOICES.includes(field.type) || field.multiple || field.options;
  if (values.length === 0) return mustHave ? ['', 'options-missing'] : null;
  const twice = values.findIndex((value, at) => values.indexOf(value) < at);
  if (twice >= 0) return [`.options[${twice}].value`, 'duplicate-id', { id: values[twice] ?? '' }];
  const isWrongDefault = field.default !== undefined && !values.includes(field.default);
  return isWrongDefault ? ['.default', 'unknown-option', { id: field.default ?? '' }] : null;
}

function patternProblem(pattern: string): string | null {
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
