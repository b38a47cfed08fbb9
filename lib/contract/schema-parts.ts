import * as z from 'zod/mini';
import { LIMITS } from './limits';
import { PROBLEMS, type ProblemCode } from './problem';
import { isTrackingCode } from './tracking-code';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
// A year 0 is one that PostgreSQL does not have.
const INSTANT =
  /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;

// Date.parse turns 30 February into 2 March; only a day that comes back as it went in exists.
const isRealDay = (value: string) => {
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value.slice(0, 10);
};

const text = (pattern: RegExp, max: number) => z.string().check(z.maxLength(max), z.regex(pattern));

/** UUID version 4 in lower case, the only spelling that travels. */
export const uuid = text(UUID_V4, 36);
/** ISO 8601 instant in UTC, up to milliseconds. */
export const instant = text(INSTANT, 24).check(z.refine(isRealDay));
export const trackingCode = z.string().check(z.maxLength(24), z.refine(isTrackingCode));
/** Lower-case words joined by hyphens, as services and agencies are named. */
export const slug = text(/^[a-z0-9]+(-[a-z0-9]+)*$/, 64);
/** Names a key or a stored thing without any character that JSON or HTML would escape. */
export const token = text(/^[A-Za-z0-9_-]+$/, 64);
export const fieldId = text(/^[A-Za-z][A-Za-z0-9_-]*$/, 64);
export const sha256 = text(/^[0-9a-f]{64}$/, 64);
export const count = z.int().check(z.minimum(0));
export const version = z.int().check(z.minimum(1), z.maximum(1_000_000));

const HALF_SURROGATE = /\p{Surrogate}/u;
// Neither NUL nor half a surrogate pair can be typed; both can be sent, and PostgreSQL keeps neither.
const isStorable = (value: string) => !value.includes('\u0000') && !HALF_SURROGATE.test(value);

export const note = z.string().check(z.maxLength(LIMITS.noteChars), z.refine(isStorable));

/** Counted in letters, as the forms count: a letter of Chakma is two units of UTF-16. */
export const letters = (least: number, most: number) =>
  z.string().check(z.regex(new RegExp(`^[^]{${least},${most}}$`, 'u')));
export const name = letters(1, LIMITS.nameChars).check(z.refine(isStorable));
export const lang = z.enum(['bn', 'en']);
export const localText = z.strictObject({
  bn: z.string().check(z.maxLength(2000)),
  en: z.string().check(z.maxLength(2000)),
});
export const fileCount = z.strictObject({ have: count, of: count });
export const mediaType = z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);
export const caseStatus = z.enum(['received', 'accepted', 'returned', 'rejected', 'superseded']);

// Bits behind the last byte are zero, so that one byte string has one spelling, and with it one hash.
const TAILS = [/^/, /^$/, /[AQgw]$/, /[AEIMQUYcgkosw048]$/] as const;
const hasNoStrayBits = (value: string) => (TAILS[value.length % 4] ?? TAILS[1]).test(value);

/** Canonical base64url without padding that holds at most `maxChars` characters. */
export const base64url = (maxChars: number) =>
  text(/^[A-Za-z0-9_-]+$/, maxChars).check(z.refine(hasNoStrayBits));

const codes = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];
export const problemCode = z.enum(codes);
export const problemErrors = z
  .array(
    z.strictObject({ pointer: z.string().check(z.maxLength(500)), code: z.string().check(z.maxLength(100)) }),
  )
  .check(z.maxLength(1000));
