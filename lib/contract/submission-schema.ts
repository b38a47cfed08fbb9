import * as z from 'zod/mini';
import { base64urlLength, LIMITS } from './limits';
import {
  base64url,
  count,
  instant,
  mediaType,
  sha256,
  slug,
  token,
  trackingCode,
  uuid,
  version,
} from './schema-parts';
import { TEXT_SHAPE } from './text-shapes';

/** HPKE's encapsulated P-256 key as a compressed point: 33 bytes. */
export const ENC_CHARS = 44;
/** IV and tag of an encrypted file that holds at least one byte. */
export const SMALLEST_FILE = 29;

export const attachmentHeaderSchema = z.strictObject({
  id: uuid,
  slot: z.string().check(z.regex(TEXT_SHAPE.slot)),
  sha256,
  bytes: count.check(z.minimum(SMALLEST_FILE), z.maximum(LIMITS.fileBytes)),
  mediaType,
});

export const sealedSchema = z.strictObject({
  kid: token,
  enc: base64url(ENC_CHARS).check(z.minLength(ENC_CHARS)),
  n: z.exactOptional(count.check(z.maximum(LIMITS.submissionsPerSealSession - 1))),
  ct: base64url(base64urlLength(LIMITS.ciphertextBytes)).check(z.minLength(22)),
  z: z.enum(['deflate', 'deflate-dict-1', 'positional-1']),
});

/** One submission as it travels. Every text of the header is plain ASCII, so that its canonical form has one spelling. */
export const wireSubmissionSchema = z.strictObject({
  id: uuid,
  trackingCode,
  serviceId: slug,
  serviceVersion: version,
  queuedAt: instant,
  sealed: sealedSchema,
  attachments: z.array(attachmentHeaderSchema).check(
    z.maxLength(LIMITS.attachmentsPerSubmission),
    z.refine((all) => new Set(all.map((one) => one.id)).size === all.length),
  ),
  supersedes: z.exactOptional(uuid),
});
