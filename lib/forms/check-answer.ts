import { isAddressAnswer, isFileAnswer, isFileType, isTextList } from './answer-shape';
import { checkAddress } from './checks/address';
import type { Check, CheckContext } from './checks/check';
import { checkChoice, checkChoices } from './checks/choice';
import { checkDate } from './checks/date';
import { checkEmail } from './checks/email';
import { checkFile } from './checks/file';
import { checkBrn, checkNid } from './checks/identity-number';
import { checkMoney, checkNumber } from './checks/number';
import { checkPhone } from './checks/phone';
import { checkText } from './checks/text';
import { checkTextBn } from './checks/text-bn';
import { checkTextEn } from './checks/text-en';
import type { Answer, Field, FieldType } from './definition';
import type { Finding } from './field-error';
import { isMultiple, isTick } from './options';

const STRING_CHECKS: Partial<Record<FieldType, Check<string>>> = {
  text: checkText,
  textBn: checkTextBn,
  textEn: checkTextEn,
  nid: checkNid,
  brn: checkBrn,
  phone: checkPhone,
  email: checkEmail,
  date: checkDate,
  number: checkNumber,
  money: checkMoney,
  select: checkChoice,
  radio: checkChoice,
};

const WRONG_SHAPE: readonly Finding[] = [{ code: 'wrong-shape' }];

/** Findings on one normalised, non-blank answer; `wrong-shape` when it is not the kind of value its field holds. */
export function checkAnswer(field: Field, answer: Answer, context: CheckContext): readonly Finding[] {
  if (isFileType(field.type)) {
    const files = context.row && typeof answer === 'string' ? { attachmentIds: [answer] } : answer;
    return isFileAnswer(files) ? checkFile(field, files, context) : WRONG_SHAPE;
  }
  if (field.type === 'address')
    return isAddressAnswer(answer) ? checkAddress(field, answer, context) : WRONG_SHAPE;
  if (isMultiple(field)) return isTextList(answer) ? checkChoices(field, answer, context) : WRONG_SHAPE;
  // A box that must be ticked and is not counts as blank: the caller says `not-ticked`.
  if (isTick(field)) return typeof answer === 'boolean' ? [] : WRONG_SHAPE;
  const check = STRING_CHECKS[field.type];
  return check && typeof answer === 'string' ? check(field, answer, context) : WRONG_SHAPE;
}
