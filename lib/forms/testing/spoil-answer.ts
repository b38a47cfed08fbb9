import { isFileType } from '../answer-shape';
import type { Answer, AnswerRow, Answers, Field, ServiceDefinition } from '../definition';
import type { FieldErrorCode } from '../field-error';
import { isMultiple, isTick } from '../options';
import { groupKeyOf } from '../row-groups';

export interface SpoiltAnswers {
  readonly answers: Answers;
  /** What `validateForm` has to say of it. */
  readonly pointer: string;
  readonly code: FieldErrorCode;
}

/** The same answers with one visible field made wrong (for a repeated field, in the first row that answers it). Throws RangeError for an unknown field. */
export function spoilAnswer(definition: ServiceDefinition, answers: Answers, fieldId: string): SpoiltAnswers {
  const field = definition.fields.find(({ id }) => id === fieldId);
  if (!field) throw new RangeError(`no field ${fieldId}`);
  const { value, code, at = '' } = wrongAnswer(field);
  const key = groupKeyOf(field);
  if (key === null) return { answers: { ...answers, [fieldId]: value }, pointer: `/${fieldId}${at}`, code };
  const rows = (answers[key] ?? [{}]) as readonly AnswerRow[];
  const place = Math.max(
    0,
    rows.findIndex((row) => row[fieldId] !== undefined),
  );
  const spoilt = rows.map((row, index) =>
    index === place ? ({ ...row, [fieldId]: value } as AnswerRow) : row,
  );
  return { answers: { ...answers, [key]: spoilt }, pointer: `/${key}/${place}/${fieldId}`, code };
}

function wrongAnswer(field: Field): {
  readonly value: Answer;
  readonly code: FieldErrorCode;
  readonly at?: string;
} {
  if (isTick(field))
    return field.required ? { value: false, code: 'not-ticked' } : { value: 'yes', code: 'wrong-shape' };
  if (isMultiple(field)) return { value: ['no_such_option'], code: 'not-an-option' };
  if (isFileType(field.type))
    return { value: 'not-a-file', code: field.repeat || field.repeatPer ? 'file-missing' : 'wrong-shape' };
  switch (field.type) {
    case 'select':
    case 'radio':
      return { value: 'no_such_option', code: 'not-an-option' };
    case 'textBn':
      return { value: 'Rahim Uddin', code: 'bangla-only' };
    case 'textEn':
      return { value: 'রহিম উদ্দিন', code: 'english-only' };
    case 'nid':
      return { value: '12345', code: 'nid-length' };
    case 'brn':
      return { value: '12345', code: 'brn-length' };
    case 'phone':
      return { value: '01212345678', code: 'phone-prefix' };
    case 'email':
      return { value: 'karim at example', code: 'email-invalid' };
    case 'date':
      return { value: '31/02/2020', code: 'date-invalid' };
    case 'number':
    case 'money':
      return {
        value: 'অনেক',
        code: field.rules?.pattern || field.rules?.luhn ? 'digits-only' : 'number-invalid',
      };
    case 'address':
      return { value: { district: '5010' }, code: 'required', at: '/division' };
    default:
      return { value: 'ক\u0000খ', code: 'characters-not-allowed' };
  }
}
