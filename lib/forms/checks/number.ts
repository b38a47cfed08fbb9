import { answerOf } from '../answer-shape';
import type { Field } from '../definition';
import type { Finding } from '../field-error';
import type { Check, CheckContext } from './check';
import { isLuhnValid } from './luhn';
import { checkPattern } from './pattern';

const DECIMAL = /^-?\d+(?:\.(\d+))?$/;
/** Beyond this a JavaScript number no longer holds every digit. */
const MOST_DIGITS = 15;

/** A decimal string within its limits; with a pattern or `luhn` it is an identifier made of digits. */
export const checkNumber: Check<string> = (field, text, context) => {
  if (field.rules?.pattern !== undefined || field.rules?.luhn) return checkIdentifier(field, text);
  return checkAmount(field, text, context, field.rules?.decimals);
};

/** Taka, with poisha at most. */
export const checkMoney: Check<string> = (field, text, context) =>
  checkAmount(field, text, context, field.rules?.decimals ?? 2);

function checkIdentifier(field: Field, digits: string): readonly Finding[] {
  if (!/^\d+$/.test(digits)) return [{ code: 'digits-only' }];
  const pattern = checkPattern(field, digits);
  if (pattern.length > 0 || !field.rules?.luhn || isLuhnValid(digits)) return pattern;
  return [{ code: 'check-digit', soft: field.rules.soft ?? false }];
}

function checkAmount(
  field: Field,
  text: string,
  context: CheckContext,
  decimals: number | undefined,
): readonly Finding[] {
  const match = DECIMAL.exec(text);
  if (!match) return [{ code: 'number-invalid' }];
  const fraction = match[1] ?? '';
  if (decimals !== undefined && fraction.length > decimals) {
    return [
      decimals === 0 ? { code: 'number-not-whole' } : { code: 'number-decimals', values: { max: decimals } },
    ];
  }
  if (text.replace(/\D/g, '').length > MOST_DIGITS)
    return [{ code: 'number-too-large', values: { max: 10 ** (MOST_DIGITS - 1) } }];
  const soft = field.rules?.soft ?? false;
  return checkRange(field, Number(text), context).map((finding) => ({ ...finding, soft }));
}

function checkRange(field: Field, value: number, context: CheckContext): readonly Finding[] {
  const { min, max, minField, maxField } = field.rules ?? {};
  if (min !== undefined && value < Number(min)) return [{ code: 'number-too-small', values: { min } }];
  if (max !== undefined && value > Number(max)) return [{ code: 'number-too-large', values: { max } }];
  const least = minField ? numberOf(minField, context) : null;
  if (minField && least !== null && value < least)
    return [{ code: 'number-below-field', values: { field: minField, min: least } }];
  const most = maxField ? numberOf(maxField, context) : null;
  if (maxField && most !== null && value > most)
    return [{ code: 'number-above-field', values: { field: maxField, max: most } }];
  return [];
}

function numberOf(id: string, { answers, row }: CheckContext): number | null {
  const answer = (row && answerOf(row, id)) ?? answerOf(answers, id);
  return typeof answer === 'string' && DECIMAL.test(answer) ? Number(answer) : null;
}
