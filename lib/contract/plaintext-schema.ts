import * as z from 'zod/mini';
import { LIMITS } from './limits';
import { count, fieldId, instant, lang, letters, name, token, uuid } from './schema-parts';
import { TEXT_SHAPE } from './text-shapes';

const answerText = z.string().check(z.maxLength(LIMITS.answerChars));
const place = z.exactOptional(letters(0, LIMITS.nameChars));
const record = <T extends z.ZodMiniType>(value: T, max: number) =>
  z.record(fieldId, value).check(z.refine((all) => Object.keys(all).length <= max));

export const addressAnswerSchema = z.strictObject({
  division: place,
  district: place,
  upazila: place,
  union: place,
  ward: place,
  village: place,
  postOffice: place,
  postCode: place,
  holdingNo: place,
  road: place,
});

export const fileAnswerSchema = z.strictObject({
  attachmentIds: z.array(uuid).check(z.maxLength(LIMITS.attachmentsPerSubmission)),
});

/** The shape an answer can have; what it may say is decided by the form engine and the definition. */
export const answerSchema = z.union([
  answerText,
  z.boolean(),
  z.array(answerText).check(z.maxLength(LIMITS.rowsPerAnswer)),
  // Before the address, whose keys are all optional: an empty object is an address.
  fileAnswerSchema,
  addressAnswerSchema,
  z.array(record(z.union([answerText, z.boolean()]), 60)).check(z.maxLength(LIMITS.rowsPerAnswer)),
]);

const answerKey = z.string().check(z.maxLength(70), z.regex(TEXT_SHAPE.answerKey));

export const answersSchema = z
  .record(answerKey, answerSchema)
  .check(z.refine((all) => Object.keys(all).length <= LIMITS.answersPerSubmission));

export const consentSchema = z.strictObject({
  textVersion: token,
  lang,
  given: z.enum(['tick', 'signature', 'thumb']),
  forWhom: z.enum(['self', 'child', 'other']),
  at: instant,
});

const taka = count.check(z.maximum(10_000_000));
export const feeSchema = z.strictObject({
  governmentBdt: z.nullable(taka),
  chargeBdt: taka,
  taken: z.boolean(),
});

export const authorSchema = z.strictObject({
  kind: z.enum(['operator', 'citizen']),
  userId: z.exactOptional(z.string().check(z.maxLength(64))),
  name: z.exactOptional(name),
});

/** What the server finds after opening a seal. */
export const plaintextSchema = z.strictObject({
  v: z.literal(1),
  lang,
  check: z.string().check(z.regex(TEXT_SHAPE.check)),
  answers: answersSchema,
  consent: consentSchema,
  fee: feeSchema,
  author: authorSchema,
  fileKeys: z
    .record(uuid, z.string().check(z.regex(TEXT_SHAPE.fileKey)))
    .check(z.refine((keys) => Object.keys(keys).length <= LIMITS.attachmentsPerSubmission)),
});
