import { isAddressAnswer, isFileAnswer, isFileType, isTextList } from '../../forms/answer-shape';
import type { Answer, Answers, Field } from '../../forms/definition';
import { isMultiple, isTick } from '../../forms/options';
import type { AttachmentHeader } from '../wire';
import { type AddressMemory, codeAddress, isCodable } from './address-coding';
import { codeDate, isCodableDate } from './date-coding';
import { codeDigits, DIGITS, isDigits } from './digits';
import { guessOf } from './guess';
import type { PlannedField } from './packing-plan';
import { SLOT } from './slots';
import { TEXT_KIND, type TextKind } from './text-coding';
import type { ValueCoder } from './value-coder';

/** How an answer is written. The numbers are part of the protocol. */
export const FORM = { absent: 0, typed: 1, text: 2, json: 3 } as const;

/** Kinds of fields that are answered alike. The numbers are part of the protocol. */
export const FIELD_GROUP = {
  tick: 0,
  choice: 1,
  text: 2,
  digits: 3,
  date: 4,
  number: 5,
  address: 6,
  file: 7,
} as const;

/** What answers are coded beside: the clear header, and what was coded before. */
export interface Surroundings {
  readonly queuedAt: number;
  readonly attachments: readonly Pick<AttachmentHeader, 'id' | 'slot'>[];
  readonly answers: Answers;
  readonly memory: AddressMemory;
}

/** The answer of one field; undefined when it has none. `row` is what was coded of its row. */
export function codeAnswer(
  values: ValueCoder,
  planned: PlannedField,
  around: Surroundings,
  given: Answer | undefined,
  row?: Answers,
): Answer | undefined {
  const { field } = planned;
  const guess = guessOf(field, around.answers, row);
  const slot = formSlot(groupOf(field), field.required, guess);
  const form = values.tree(slot, 2, formOf(planned, around, given, row !== undefined));
  if (form === FORM.absent) return undefined;
  if (form === FORM.typed) return codeTyped(values, planned, around, given, row !== undefined);
  if (form === FORM.json) return values.json(SLOT.json, TEXT_KIND.json, given) as Answer;
  if (isTick(field)) return false;
  const kind = kindOf(field);
  return values.text(SLOT.spelling + kind * 64, kind, typeof given === 'string' ? given : '');
}

export const formSlot = (group: number, required: boolean, guess: number): number =>
  SLOT.form + (group * 8 + (required ? 4 : 0) + guess) * 4;

function groupOf(field: Field): number {
  if (isTick(field)) return FIELD_GROUP.tick;
  if (isFileType(field.type)) return FIELD_GROUP.file;
  switch (field.type) {
    case 'select':
    case 'radio':
    case 'checkbox':
      return FIELD_GROUP.choice;
    case 'nid':
    case 'brn':
    case 'phone':
      return FIELD_GROUP.digits;
    case 'date':
      return FIELD_GROUP.date;
    case 'number':
    case 'money':
      return FIELD_GROUP.number;
    case 'address':
      return FIELD_GROUP.address;
    default:
      return FIELD_GROUP.text;
  }
}

function kindOf({ type, rules }: Field): TextKind {
  if (type === 'textBn') return TEXT_KIND.nameBn;
  if (type === 'textEn') return TEXT_KIND.nameEn;
  return type === 'text' && rules?.pattern === undefined ? TEXT_KIND.sentence : TEXT_KIND.code;
}

const PREFIX = '+8801';

function formOf(
  planned: PlannedField,
  around: Surroundings,
  given: Answer | undefined,
  inRow: boolean,
): number {
  if (given === undefined) return FORM.absent;
  if (isTypable(planned, around, given, inRow)) return FORM.typed;
  const isText = isTick(planned.field) ? given === false : typeof given === 'string';
  return isText ? FORM.text : FORM.json;
}

function isTypable(
  { field, options }: PlannedField,
  around: Surroundings,
  given: Answer,
  inRow: boolean,
): boolean {
  if (typeof given === 'boolean') return given && isTick(field);
  if (typeof given !== 'string') {
    if (isFileType(field.type))
      return (
        isFileAnswer(given) &&
        Object.keys(given).length === 1 &&
        isEqual(given.attachmentIds, filesOf(field, around))
      );
    if (field.type === 'address') return isAddressAnswer(given) && isCodable(given);
    return (
      isMultiple(field) &&
      isTextList(given) &&
      given.length < 64 &&
      given.every((one) => options.includes(one))
    );
  }
  switch (groupOf(field)) {
    case FIELD_GROUP.choice:
      return !isMultiple(field) && options.includes(given);
    case FIELD_GROUP.text:
      return isDigits(given);
    case FIELD_GROUP.digits:
      return isDigits(
        field.type === 'phone' && given.startsWith(PREFIX) ? given.slice(PREFIX.length) : given,
      );
    case FIELD_GROUP.date:
      return isCodableDate(given);
    case FIELD_GROUP.number:
      return isWhole(given);
    case FIELD_GROUP.file:
      return inRow && around.attachments.some(({ id }) => id === given);
    default:
      return false;
  }
}

function codeTyped(
  values: ValueCoder,
  { field, options, asked }: PlannedField,
  around: Surroundings,
  given: Answer | undefined,
  inRow: boolean,
): Answer {
  const text = typeof given === 'string' ? given : '';
  switch (groupOf(field)) {
    case FIELD_GROUP.tick:
      return true;
    case FIELD_GROUP.choice:
      return isMultiple(field)
        ? codeChoices(values, options, isTextList(given) ? given : [])
        : codeChoice(values, options, field.default, text);
    case FIELD_GROUP.digits: {
      const hasPrefix = field.type === 'phone' && values.flag(SLOT.hasPrefix, text.startsWith(PREFIX));
      const digits = hasPrefix ? text.slice(PREFIX.length) : text;
      const kind = field.type === 'nid' ? DIGITS.nid : field.type === 'brn' ? DIGITS.brn : DIGITS.phone;
      return (hasPrefix ? PREFIX : '') + codeDigits(values, kind, digits);
    }
    case FIELD_GROUP.date:
      return codeDate(values, around.queuedAt, text);
    case FIELD_GROUP.number:
      return String(values.number(SLOT.wholeNumber, Number(text)));
    case FIELD_GROUP.address:
      return codeAddress(values, asked, around.memory, isAddressAnswer(given) ? given : {});
    case FIELD_GROUP.file: {
      if (!inRow) return { attachmentIds: filesOf(field, around) };
      const ids = around.attachments.map(({ id }) => id);
      return ids[values.uniform(ids.length, ids.indexOf(text))] ?? '';
    }
    default:
      return codeDigits(values, DIGITS.other, text);
  }
}

function codeChoice(
  values: ValueCoder,
  options: readonly string[],
  usual: string | undefined,
  given: string,
): string {
  if (usual !== undefined && values.flag(SLOT.isDefault, given === usual)) return usual;
  return options[values.uniform(options.length, options.indexOf(given))] ?? '';
}

function codeChoices(
  values: ValueCoder,
  options: readonly string[],
  given: readonly string[],
): readonly string[] {
  const count = values.tree(SLOT.optionCount, 6, given.length);
  return Array.from({ length: count }, (_, at) => codeChoice(values, options, undefined, given[at] ?? ''));
}

const filesOf = (field: Field, { attachments }: Surroundings): readonly string[] =>
  attachments.filter(({ slot }) => slot === `field:${field.id}`).map(({ id }) => id);

const isEqual = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);

/** At most fifteen digits, without a zero in front. */
export const isWhole = (text: string): boolean => /^(0|[1-9][0-9]{0,14})$/.test(text);
