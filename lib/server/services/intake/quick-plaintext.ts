import { LIMITS } from '../../../contract/limits';
import { isRealDay, isStorableText, TEXT_SHAPE } from '../../../contract/text-shapes';
import type { Plaintext } from '../../../contract/wire';
import { ADDRESS_KEYS } from '../../../forms/answer-shape';
import { countsTo, isIn, isPlainRecord, isText } from './quick-parts';

const MOST_TAKA = 10_000_000;
const MOST_CELLS = 60;
const LANGS: readonly unknown[] = ['bn', 'en'];
const GIVEN: readonly unknown[] = ['tick', 'signature', 'thumb'];
const FOR_WHOM: readonly unknown[] = ['self', 'child', 'other'];
const KINDS: readonly unknown[] = ['operator', 'citizen'];
const PARTS: ReadonlySet<string> = new Set(ADDRESS_KEYS);

/**
 * Whether a value is what `plaintextSchema` lets through, found some times quicker. False says nothing: the schema knows better,
 * and can name what is wrong.
 */
export function isQuickPlaintext(value: unknown): value is Plaintext {
  if (!isPlainRecord(value)) return false;
  const { v, lang, check, answers, consent, fee, author, fileKeys } = value;
  return (
    Object.keys(value).length === 8 &&
    v === 1 &&
    isIn(lang, LANGS) &&
    isText(check, TEXT_SHAPE.check, 6) &&
    areAnswers(answers) &&
    isConsent(consent) &&
    isFee(fee) &&
    isAuthor(author) &&
    areFileKeys(fileKeys)
  );
}

function areAnswers(value: unknown): boolean {
  if (!isPlainRecord(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= LIMITS.answersPerSubmission &&
    entries.every(([key, answer]) => isText(key, TEXT_SHAPE.answerKey, 70) && isAnswer(answer))
  );
}

function isAnswer(answer: unknown): boolean {
  if (isCell(answer)) return true;
  if (Array.isArray(answer))
    return (
      answer.length <= LIMITS.rowsPerAnswer &&
      (answer.every((item) => typeof item === 'string' && isCell(item)) || answer.every(isRow))
    );
  if (!isPlainRecord(answer)) return false;
  const entries = Object.entries(answer);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === 'attachmentIds') return areIds(first[1]);
  return entries.every(([key, part]) => PARTS.has(key) && isShort(part, 0));
}

const isCell = (value: unknown): boolean =>
  typeof value === 'boolean' || (typeof value === 'string' && value.length <= LIMITS.answerChars);

function isRow(value: unknown): boolean {
  if (!isPlainRecord(value)) return false;
  const cells = Object.entries(value);
  return (
    cells.length <= MOST_CELLS &&
    cells.every(([key, cell]) => isText(key, TEXT_SHAPE.fieldId, 64) && isCell(cell))
  );
}

const areIds = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= LIMITS.attachmentsPerSubmission &&
  value.every((id) => isText(id, TEXT_SHAPE.uuid, 36));

/** Letters count as the schema counts them or as more. */
const isShort = (value: unknown, least: number): value is string =>
  typeof value === 'string' && value.length >= least && value.length <= LIMITS.nameChars;

function isConsent(value: unknown): boolean {
  if (!isPlainRecord(value)) return false;
  const { textVersion, lang, given, forWhom, at } = value;
  return (
    Object.keys(value).length === 5 &&
    isText(textVersion, TEXT_SHAPE.token, 64) &&
    isIn(lang, LANGS) &&
    isIn(given, GIVEN) &&
    isIn(forWhom, FOR_WHOM) &&
    isText(at, TEXT_SHAPE.instant, 24) &&
    isRealDay(at)
  );
}

function isFee(value: unknown): boolean {
  if (!isPlainRecord(value)) return false;
  const { governmentBdt, chargeBdt, taken } = value;
  return (
    Object.keys(value).length === 3 &&
    (governmentBdt === null || countsTo(governmentBdt, MOST_TAKA)) &&
    countsTo(chargeBdt, MOST_TAKA) &&
    typeof taken === 'boolean'
  );
}

function isAuthor(value: unknown): boolean {
  if (!isPlainRecord(value)) return false;
  const { kind, userId, name } = value;
  const more = (userId === undefined ? 0 : 1) + (name === undefined ? 0 : 1);
  return (
    Object.keys(value).length === 1 + more &&
    isIn(kind, KINDS) &&
    (userId === undefined || (typeof userId === 'string' && userId.length <= 64)) &&
    (name === undefined || (isShort(name, 1) && isStorableText(name)))
  );
}

function areFileKeys(value: unknown): boolean {
  if (!isPlainRecord(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= LIMITS.attachmentsPerSubmission &&
    entries.every(([id, key]) => isText(id, TEXT_SHAPE.uuid, 36) && isText(key, TEXT_SHAPE.fileKey, 43))
  );
}
