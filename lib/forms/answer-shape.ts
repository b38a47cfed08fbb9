import type { AddressAnswer, Answer, AnswerRow, Answers, FieldType, FileAnswer } from './definition';

export const ADDRESS_KEYS = [
  'division',
  'district',
  'upazila',
  'union',
  'ward',
  'village',
  'postOffice',
  'postCode',
  'holdingNo',
  'road',
] as const satisfies readonly (keyof AddressAnswer)[];

const FILE_TYPES: readonly FieldType[] = ['photo', 'document', 'signature'];

export function isFileType(type: FieldType): boolean {
  return FILE_TYPES.includes(type);
}

/** The answer of a field. Reads own keys only: a field may be called `constructor`. */
export function answerOf(answers: Answers | AnswerRow, id: string): Answer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

export function isTextList(answer: unknown): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((item) => typeof item === 'string');
}

export function isRows(answer: unknown): answer is readonly AnswerRow[] {
  return (
    Array.isArray(answer) &&
    answer.every(
      (row) =>
        isPlain(row) &&
        Object.values(row).every((cell) => typeof cell === 'string' || typeof cell === 'boolean'),
    )
  );
}

export function isFileAnswer(answer: unknown): answer is FileAnswer {
  return isPlain(answer) && isTextList(answer.attachmentIds);
}

export function isAddressAnswer(answer: unknown): answer is AddressAnswer {
  return (
    isPlain(answer) && Object.values(answer).every((part) => part === undefined || typeof part === 'string')
  );
}

/** Whether a person has answered nothing: absent, blank text, an unticked box, an empty list, an address or file list without content. */
export function isBlank(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === null || answer === false) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  if (isTextList(answer)) return answer.every((item) => item.trim() === '');
  if (isRows(answer)) return answer.every(isBlankRow);
  if (isFileAnswer(answer)) return answer.attachmentIds.length === 0;
  return (
    isPlain(answer) &&
    Object.values(answer).every(
      (part) => part === undefined || (typeof part === 'string' && part.trim() === ''),
    )
  );
}

export function isBlankRow(row: AnswerRow): boolean {
  return Object.values(row).every((cell) => isBlank(cell));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
