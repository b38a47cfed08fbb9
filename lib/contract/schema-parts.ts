import * as z from 'zod/mini';
import { LIMITS } from './limits';
import { PROBLEMS, type ProblemCode } from './problem';
import { hasNoStrayBits, isRealDay, isStorableText, TEXT_SHAPE } from './text-shapes';
import { isTrackingCode } from './tracking-code';

const text = (pattern: RegExp, max: number) => z.string().check(z.maxLength(max), z.regex(pattern));

/** UUID version 4 in lower case, the only spelling that travels. */
export const uuid = text(TEXT_SHAPE.uuid, 36);
/** ISO 8601 instant in UTC, up to milliseconds. */
export const instant = text(TEXT_SHAPE.instant, 24).check(z.refine(isRealDay));
export const trackingCode = z.string().check(z.maxLength(24), z.refine(isTrackingCode));
/** Lower-case words joined by hyphens, as services and agencies are named. */
export const slug = text(TEXT_SHAPE.slug, 64);
/** Names a key or a stored thing without any character that JSON or HTML would escape. */
export const token = text(TEXT_SHAPE.token, 64);
export const fieldId = text(TEXT_SHAPE.fieldId, 64);
export const sha256 = text(TEXT_SHAPE.sha256, 64);
export const count = z.int().check(z.minimum(0));
export const version = z.int().check(z.minimum(1), z.maximum(1_000_000));

export const note = z.string().check(z.maxLength(LIMITS.noteChars), z.refine(isStorableText));

/** Counted in letters, as the forms count: a letter of Chakma is two units of UTF-16. */
export const letters = (least: number, most: number) =>
  z.string().check(z.regex(new RegExp(`^[^]{${least},${most}}$`, 'u')));
export const name = letters(1, LIMITS.nameChars).check(z.refine(isStorableText));
export const lang = z.enum(['bn', 'en']);
export const localText = z.strictObject({
  bn: z.string().check(z.maxLength(2000)),
  en: z.string().check(z.maxLength(2000)),
});
export const fileCount = z.strictObject({ have: count, of: count });
export const mediaType = z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);
export const caseStatus = z.enum(['received', 'accepted', 'returned', 'rejected', 'superseded']);

/** Canonical base64url without padding that holds at most `maxChars` characters. */
export const base64url = (maxChars: number) =>
  text(TEXT_SHAPE.token, maxChars).check(z.refine(hasNoStrayBits));

const codes = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];
export const problemCode = z.enum(codes);
export const problemErrors = z
  .array(
    z.strictObject({ pointer: z.string().check(z.maxLength(500)), code: z.string().check(z.maxLength(100)) }),
  )
  .check(z.maxLength(1000));
