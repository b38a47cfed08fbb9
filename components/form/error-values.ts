import type { Field, OptionSets, ServiceDefinition } from '../../lib/forms/definition';
import type { FieldError, FieldErrorCode } from '../../lib/forms/field-error';
import { isIsoDate } from '../../lib/forms/iso-date';
import { optionsOf } from '../../lib/forms/options';
import { groupKeyOf } from '../../lib/forms/row-groups';
import type { Format } from '../../lib/i18n/use-format';
import { spotPointerOf } from './spot';

export type ErrorKey = FieldErrorCode | 'required.choose' | 'required.file' | 'required.address';

export interface ErrorWordsInput {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly format: Format;
}

/** Key of the words for an error: "missing" is said by what the person has to do, the rest by its code. */
export function errorKey(error: FieldError, field: Field | undefined): ErrorKey {
  if (error.code !== 'required') return error.code;
  switch (field?.type) {
    case 'select':
    case 'radio':
    case 'checkbox':
      return 'required.choose';
    case 'photo':
    case 'document':
    case 'signature':
      return 'required.file';
    case 'address':
      return 'required.address';
    default:
      return 'required';
  }
}

/** The field a pointer means: its own, or for a whole group the one whose rows are added up, else its first. */
export function fieldOfPointer(definition: ServiceDefinition, pointer: string): Field | undefined {
  const parts = spotPointerOf(pointer).split('/').slice(1);
  const id = parts.at(-1);
  const inGroup = definition.fields.filter((field) => groupKeyOf(field) === id);
  return (
    definition.fields.find((field) => field.id === id) ??
    inGroup.find((field) => field.rules?.sumTo !== undefined) ??
    inGroup[0]
  );
}

/** Placeholders of the error texts. `typed` is how many digits were typed: i18next keeps `count` for plurals. */
type Placeholder =
  | 'field'
  | 'other'
  | 'fields'
  | 'sex'
  | 'document'
  | 'typed'
  | 'min'
  | 'max'
  | 'age'
  | 'idYear'
  | 'birthYear'
  | 'prefix'
  | 'sum'
  | 'expected'
  | 'value'
  | 'maxMB';
export type ErrorValues = Readonly<Partial<Record<Placeholder, string>>>;

/** What stands between the words: labels instead of ids, dates and numbers as people read them. */
export function errorValues(error: FieldError, input: ErrorWordsInput): ErrorValues {
  const { definition, format } = input;
  const field = fieldOfPointer(definition, error.pointer);
  const words: Record<string, string> = { field: field ? labelInSentence(format.text(field.label)) : '' };
  for (const [key, value] of Object.entries(error.values)) {
    if (key === 'field') words.other = labelOf(String(value), input);
    else if (key === 'fields') words.fields = listOf(String(value), input);
    else if (key === 'sex') words.sex = sexLabel(String(value), input);
    else if (key === 'document') words.document = documentLabel(String(value), input);
    else words[key === 'count' ? 'typed' : key] = readable(key, value, format);
  }
  return words;
}

/** A label as part of a sentence: without the mark it ends in. */
function labelInSentence(label: string): string {
  return label.replace(/[?:.।\s]+$/, '');
}

function readable(key: string, value: string | number, format: Format): string {
  if (typeof value === 'string' && isIsoDate(value)) return format.date(value);
  return key === 'min' || key === 'max' ? format.number(value) : format.digits(String(value));
}

function labelOf(id: string, { definition, format }: ErrorWordsInput): string {
  const field = definition.fields.find((one) => one.id === id);
  return field ? format.text(field.label) : id;
}

function listOf(ids: string, input: ErrorWordsInput): string {
  return ids
    .split(',')
    .map((id) => `“${labelOf(id, input)}”`)
    .join(', ');
}

function documentLabel(id: string, { definition, format }: ErrorWordsInput): string {
  const document = definition.documents.find((one) => one.id === id);
  return document ? format.text(document.label) : id;
}

function sexLabel(value: string, { definition, optionSets, format }: ErrorWordsInput): string {
  const options = definition.fields.flatMap((field) =>
    field.id === 'sex' || field.optionSet === 'sex' ? optionsOf(field, optionSets) : [],
  );
  const option = options.find((one) => one.value === value);
  return option ? format.text(option.label) : value;
}
