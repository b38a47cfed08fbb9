import { toAsciiDigits } from '../bangla/digits';
import { normaliseLine, normaliseText } from '../bangla/normalise';
import {
  ADDRESS_KEYS,
  answerOf,
  isAddressAnswer,
  isFileAnswer,
  isFileType,
  isRows,
  isTextList,
} from './answer-shape';
import type { AddressAnswer, Answer, AnswerRow, Answers, Field, ServiceDefinition } from './definition';
import { parseTypedDate } from './iso-date';
import { normaliseNumber } from './normalise-number';
import { normalisePhone } from './normalise-phone';
import { rowGroupsOf, rowsOf, singleFieldsOf } from './row-groups';

const DIGIT_PARTS: readonly string[] = ['ward', 'postCode'];

/**
 * The answer as it is stored and sent. Text is NFC and trimmed; identifiers, dates and numbers have ASCII digits; dates are
 * ISO, phones +8801…, numbers decimal strings. What cannot be read stays as typed, so that nothing is lost and the check can
 * say why. An answer of the wrong shape comes back untouched. Idempotent.
 */
export function normaliseAnswer(field: Field, answer: Answer): Answer {
  if (typeof answer === 'string') return normaliseString(field, answer);
  if (isTextList(answer)) return [...new Set(answer.map(normaliseLine))].filter((item) => item !== '');
  if (field.type === 'address' && isAddressAnswer(answer)) return normaliseAddress(field, answer);
  if (isFileType(field.type) && isFileAnswer(answer))
    return { attachmentIds: [...new Set(answer.attachmentIds)] };
  return answer;
}

/** Every known field and row group normalised; keys the definition does not know are left out. Rows keep their places. */
export function normaliseAnswers(definition: ServiceDefinition, answers: Answers): Answers {
  const entries: [string, Answer][] = [];
  for (const field of singleFieldsOf(definition)) {
    const answer = answerOf(answers, field.id);
    if (answer !== undefined && answer !== null) entries.push([field.id, normaliseAnswer(field, answer)]);
  }
  const single = Object.fromEntries(entries);
  for (const group of rowGroupsOf(definition)) {
    const stored = answerOf(answers, group.key);
    if (stored === undefined && group.per === undefined) continue;
    const rows = rowsOf(group, { ...single, [group.key]: stored });
    if (stored !== undefined && !isRows(stored)) single[group.key] = stored;
    else single[group.key] = rows.map((row) => normaliseRow(group.fields, row, group.per));
  }
  return single;
}

function normaliseRow(fields: readonly Field[], row: AnswerRow, per: string | undefined): AnswerRow {
  const cells: [string, string | boolean][] = [];
  if (per !== undefined) cells.push([per, row[per] ?? '']);
  for (const field of fields) {
    const cell = answerOf(row, field.id);
    const normal = typeof cell === 'string' ? normaliseString(field, cell) : cell;
    if (typeof normal === 'string' || typeof normal === 'boolean') cells.push([field.id, normal]);
  }
  return Object.fromEntries(cells);
}

function normaliseString(field: Field, typed: string): string {
  switch (field.type) {
    case 'text': {
      // Free words keep the digits as written; what must match a pattern is an identifier.
      const text = field.rules?.pattern ? toAsciiDigits(normaliseLine(typed)) : normaliseText(typed).trim();
      return field.rules?.upper ? text.toUpperCase() : text;
    }
    case 'textBn':
      return normaliseLine(typed);
    case 'textEn': {
      // Phone keyboards turn ' and - into their typographic twins.
      const text = toAsciiDigits(normaliseLine(typed))
        .replace(/[‘’ʼ`]/g, "'")
        .replace(/[‐‑–]/g, '-');
      return field.rules?.upper ? text.toUpperCase() : text;
    }
    case 'nid':
    case 'brn':
      return toAsciiDigits(normaliseText(typed)).replace(/[\s\-–]/g, '');
    case 'phone':
      return normalisePhone(normaliseText(typed));
    case 'email':
      return toAsciiDigits(normaliseLine(typed));
    case 'date':
      return parseTypedDate(normaliseText(typed)) ?? normaliseLine(typed);
    case 'number':
    case 'money':
      return normaliseNumber(
        normaliseText(typed),
        field.rules?.pattern !== undefined || field.rules?.luhn === true,
      );
    default:
      return normaliseLine(typed);
  }
}

function normaliseAddress(field: Field, address: AddressAnswer): AddressAnswer {
  const parts: [string, string][] = [];
  for (const key of ADDRESS_KEYS) {
    const line = normaliseLine(address[key] ?? '');
    if (line === '' || !isAsked(field, key)) continue;
    parts.push([key, DIGIT_PARTS.includes(key) ? toAsciiDigits(line).replace(/^0+(?=\d)/, '') : line]);
  }
  return Object.fromEntries(parts);
}

const LEVELS: readonly string[] = ['division', 'district', 'upazila', 'union', 'ward', 'village'];
const POST: readonly string[] = ['postOffice', 'postCode'];

/** Parts an address field asks for: its levels; house and road with a full address; post when it says so. */
export function isAsked(field: Field, key: keyof AddressAnswer): boolean {
  if (LEVELS.includes(key)) return field.levels ? field.levels.includes(key) : true;
  if (POST.includes(key)) return field.withPost === true;
  return field.levels === undefined || field.levels.includes('village');
}
