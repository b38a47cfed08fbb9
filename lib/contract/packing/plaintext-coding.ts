import { answerOf, isRows, isTextList } from '../../forms/answer-shape';
import type { Answer, AnswerRow, Answers } from '../../forms/definition';
import type { Plaintext, WireSubmission } from '../wire';
import { codeAnswer, FORM, type Surroundings } from './answer-coding';
import { codeInstant, isCodableInstant } from './date-coding';
import type { PackingPlan, PlannedRows } from './packing-plan';
import { SLOT } from './slots';
import { TEXT_KIND } from './text-coding';
import type { ValueCoder } from './value-coder';

/** What is known of a submission before its seal is opened. */
export type PackingHeader = Pick<WireSubmission, 'queuedAt' | 'attachments'>;

const LANG = ['bn', 'en'] as const;
const GIVEN = ['tick', 'signature', 'thumb'] as const;
const FOR_WHOM = ['self', 'child', 'other'] as const;
const AUTHOR = ['operator', 'citizen'] as const;
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const KEY_CHARS = 43;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_TOKEN = 63;
const ID_FORM = { absent: 0, uuid: 1, token: 2, text: 3 } as const;

/** One plaintext from end to end: `given` is what is written; what is read comes back. */
export function codePlaintext(
  values: ValueCoder,
  plan: PackingPlan,
  header: PackingHeader,
  given: Plaintext | undefined,
): Plaintext {
  const queuedAt = Date.parse(header.queuedAt);
  const lang = oneOf(values, SLOT.lang, LANG, given?.lang);
  const check = sixDigits(values, given?.check);
  const answers = codeAnswers(
    values,
    plan,
    { queuedAt, attachments: header.attachments },
    given?.answers ?? {},
  );
  return {
    v: 1,
    lang,
    check,
    answers,
    consent: codeConsent(values, queuedAt, lang, given?.consent),
    fee: codeFee(values, given?.fee),
    author: codeAuthor(values, given?.author),
    fileKeys: Object.fromEntries(
      header.attachments.map(({ id }) => [id, base64url(values, KEY_CHARS, given?.fileKeys[id] ?? '')]),
    ),
  };
}

function codeAnswers(
  values: ValueCoder,
  plan: PackingPlan,
  header: Pick<Surroundings, 'queuedAt' | 'attachments'>,
  given: Answers,
): Answers {
  const answers: Record<string, Answer> = {};
  const around: Surroundings = { ...header, answers, memory: {} };
  for (const step of plan.steps) {
    const isGroup = 'key' in step;
    const key = isGroup ? step.key : step.field.id;
    const answer = isGroup
      ? codeRows(values, step, around, answerOf(given, key))
      : codeAnswer(values, step, around, answerOf(given, key));
    if (values.coder.failed) break;
    if (answer !== undefined) define(answers, key, answer);
  }
  return answers;
}

function codeRows(
  values: ValueCoder,
  group: PlannedRows,
  around: Surroundings,
  given: Answer | undefined,
): Answer | undefined {
  const rows = isRows(given) && given.every((row) => fits(row, group)) ? given : undefined;
  const form = values.tree(
    SLOT.rowForm,
    2,
    given === undefined ? FORM.absent : rows === undefined ? FORM.json : FORM.typed,
  );
  if (form === FORM.absent) return undefined;
  if (form !== FORM.typed) return values.json(SLOT.json, TEXT_KIND.json, given) as Answer;
  const count = values.number(SLOT.rowCount, rows?.length ?? 0);
  const found: AnswerRow[] = [];
  while (found.length < count && !values.coder.failed)
    found.push(codeRow(values, group, around, found.length, rows));
  return found;
}

function codeRow(
  values: ValueCoder,
  group: PlannedRows,
  around: Surroundings,
  at: number,
  rows: readonly AnswerRow[] | undefined,
): AnswerRow {
  const row: Record<string, Answer> = {};
  const given = rows?.[at] ?? {};
  if (group.per !== undefined) {
    const chosen = answerOf(around.answers, group.per);
    const expected = isTextList(chosen) ? chosen[at] : undefined;
    const value = given[group.per];
    const isExpected = values.flag(SLOT.rowValue, value !== undefined && value === expected);
    const other = isExpected ? expected : values.json(SLOT.rowValueText, TEXT_KIND.json, value ?? null);
    if (other !== undefined && other !== null) define(row, group.per, other as Answer);
  }
  for (const planned of group.fields) {
    const cell = codeAnswer(values, planned, around, answerOf(given, planned.field.id), row);
    if (values.coder.failed) break;
    if (cell !== undefined) define(row, planned.field.id, cell);
  }
  return row as AnswerRow;
}

const fits = (row: AnswerRow, { per, fields }: PlannedRows): boolean =>
  Object.keys(row).every((key) => key === per || fields.some(({ field }) => field.id === key));

/** Sets an own key, whatever it is called. */
function define(into: Record<string, Answer>, key: string, value: Answer): void {
  if (key === '__proto__') Object.defineProperty(into, key, { value, enumerable: true, writable: true });
  else into[key] = value;
}

function codeConsent(
  values: ValueCoder,
  queuedAt: number,
  lang: Plaintext['lang'],
  given: Plaintext['consent'] | undefined,
): Plaintext['consent'] {
  const textVersion = values.text(SLOT.textVersion, TEXT_KIND.code, given?.textVersion);
  const isSame = values.flag(SLOT.consentLang, given?.lang === lang);
  const way = oneOf(values, SLOT.consentGiven, GIVEN, given?.given);
  const forWhom = oneOf(values, SLOT.consentFor, FOR_WHOM, given?.forWhom);
  const at = given?.at ?? '';
  const isCodable = values.flag(SLOT.instantForm, isCodableInstant(at));
  return {
    textVersion,
    lang: isSame ? lang : lang === 'bn' ? 'en' : 'bn',
    given: way,
    forWhom,
    at: isCodable ? codeInstant(values, queuedAt, at) : values.text(SLOT.instantText, TEXT_KIND.code, at),
  };
}

function codeFee(values: ValueCoder, given: Plaintext['fee'] | undefined): Plaintext['fee'] {
  const government = given?.governmentBdt ?? null;
  const isKnown = values.flag(SLOT.feeKnown, government !== null);
  return {
    governmentBdt: isKnown ? values.number(SLOT.feeGovernment, government ?? 0) : null,
    chargeBdt: values.number(SLOT.feeCharge, given?.chargeBdt ?? 0),
    taken: values.flag(SLOT.feeTaken, given?.taken ?? false),
  };
}

function codeAuthor(values: ValueCoder, given: Plaintext['author'] | undefined): Plaintext['author'] {
  const kind = oneOf(values, SLOT.authorKind, AUTHOR, given?.kind);
  const userId = codeId(values, given?.userId);
  const hasName = values.flag(SLOT.authorName, given?.name !== undefined);
  const name = hasName ? values.text(SLOT.authorNameText, TEXT_KIND.nameBn, given?.name) : undefined;
  return { kind, ...(userId !== undefined && { userId }), ...(name !== undefined && { name }) };
}

function codeId(values: ValueCoder, given: string | undefined): string | undefined {
  const form = values.tree(SLOT.authorId, 2, idForm(given));
  if (form === ID_FORM.absent) return undefined;
  if (form === ID_FORM.text) return values.text(SLOT.authorIdText, TEXT_KIND.code, given);
  if (form === ID_FORM.token)
    return base64url(values, values.tree(SLOT.authorIdLength, 6, given?.length ?? 0), given ?? '');
  const digits = (given ?? '').replaceAll('-', '');
  const found = Array.from({ length: 32 }, (_, at) =>
    values.uniform(16, Number.parseInt(digits[at] ?? '0', 16)).toString(16),
  ).join('');
  return found.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function idForm(given: string | undefined): number {
  if (given === undefined) return ID_FORM.absent;
  if (UUID.test(given)) return ID_FORM.uuid;
  return given.length <= MOST_TOKEN && /^[A-Za-z0-9_-]*$/.test(given) ? ID_FORM.token : ID_FORM.text;
}

function sixDigits(values: ValueCoder, given = '000000'): string {
  const parts = [given.slice(0, 3), given.slice(3)];
  return parts.map((part) => String(values.uniform(1000, Number(part))).padStart(3, '0')).join('');
}

function base64url(values: ValueCoder, count: number, given: string): string {
  const one = (_: unknown, at: number) =>
    BASE64URL[values.uniform(64, BASE64URL.indexOf(given[at] ?? 'A'))] ?? '';
  return Array.from({ length: count }, one).join('');
}

/** One of up to four words, each slot learning how usual it is. */
function oneOf<T extends string>(
  values: ValueCoder,
  slot: number,
  words: readonly T[],
  given: T | undefined,
): T {
  const at = values.tree(slot, 2, given === undefined ? 0 : words.indexOf(given));
  const word = words[at] ?? words[0];
  if (words[at] === undefined) values.coder.failed = true;
  return word as T;
}
