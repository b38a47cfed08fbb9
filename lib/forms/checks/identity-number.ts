import { answerOf } from '../answer-shape';
import type { Field } from '../definition';
import type { Finding } from '../field-error';
import { isIsoDate } from '../iso-date';
import type { Check, CheckContext } from './check';

/** National id: 10, 13 or 17 digits; no public check digit. The year inside 17 digits is only warned about. */
export const checkNid: Check<string> = (field, digits, context) => {
  if (!/^\d+$/.test(digits)) return [{ code: 'digits-only' }];
  if (![10, 13, 17].includes(digits.length))
    return [{ code: 'nid-length', values: { count: digits.length } }];
  return digits.length === 17 ? checkBirthYear(field, digits, context, 16) : [];
};

/** Birth registration number: 17 digits. 16 are the old hand-written ones, which have to be brought on line first. */
export const checkBrn: Check<string> = (field, digits, context) => {
  if (!/^\d+$/.test(digits)) return [{ code: 'digits-only' }];
  if (digits.length === 16) return [{ code: 'brn-legacy' }];
  if (digits.length !== 17) return [{ code: 'brn-length', values: { count: digits.length } }];
  return checkBirthYear(field, digits, context, 0);
};

/** Soft: people keep the number of their first registration, errors included. */
function checkBirthYear(
  field: Field,
  digits: string,
  context: CheckContext,
  leastAge: number,
): readonly Finding[] {
  const idYear = Number(digits.slice(0, 4));
  if (idYear < 1900 || idYear > Number(context.today.slice(0, 4)) - leastAge) {
    return [{ code: 'id-year-range', values: { idYear }, soft: true }];
  }
  const birthYear = birthYearBeside(field, context);
  const differs = birthYear !== null && birthYear !== idYear;
  return differs ? [{ code: 'id-year-differs', values: { idYear, birthYear }, soft: true }] : [];
}

/** The birth date of the same person: `x_dob` beside `x_nid`, `dob` beside `nid`. */
function birthYearBeside(field: Field, context: CheckContext): number | null {
  const id = field.id.replace(/(?:nid|brn)$/, 'dob');
  if (id === field.id) return null;
  const answer = (context.row && answerOf(context.row, id)) ?? answerOf(context.answers, id);
  return typeof answer === 'string' && isIsoDate(answer) ? Number(answer.slice(0, 4)) : null;
}
