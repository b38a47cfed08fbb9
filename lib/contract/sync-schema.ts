import * as z from 'zod/mini';
import { wholeGroupSchema } from './compact-group';
import { LIMITS } from './limits';
import {
  caseStatus,
  count,
  fileCount,
  instant,
  note,
  problemCode,
  problemErrors,
  sha256,
  token,
  uuid,
} from './schema-parts';
import { wireSubmissionSchema } from './submission-schema';

/** base64url of an ES256 signature. */
export const SIGNATURE_CHARS = 86;

const envelope = {
  protocol: z.int().check(z.minimum(1), z.maximum(1000)),
  cursor: count,
  catalogueVersion: count,
};

/**
 * The request with its items unread. A server parses this first and then each item by itself, so that one bad item
 * is refused alone; only an item without a readable id spoils the request.
 */
export const syncEnvelopeSchema = z.strictObject({
  ...envelope,
  submissions: z.array(z.unknown()).check(z.maxLength(LIMITS.submissionsPerSync)),
});

/** The whole request, as a well-behaved client sends it. */
export const syncRequestSchema = z.strictObject({
  ...envelope,
  submissions: z.array(wireSubmissionSchema).check(z.maxLength(LIMITS.submissionsPerSync)),
});

/** The same from protocol 2 on: neighbours may stand in groups. */
export const compactSyncRequestSchema = z.strictObject({
  ...envelope,
  submissions: z
    .array(z.union([wholeGroupSchema, wireSubmissionSchema]))
    .check(z.maxLength(LIMITS.submissionsPerSync)),
});

export const itemProblemSchema = z.strictObject({
  code: problemCode,
  errors: z.exactOptional(problemErrors),
});

export const syncReceiptSchema = z.strictObject({
  id: uuid,
  outcome: z.enum(['accepted', 'duplicate', 'refused']),
  receipt: z.exactOptional(z.string().check(z.maxLength(4096))),
  problem: z.exactOptional(itemProblemSchema),
});

export const receiptClaimsSchema = z.strictObject({
  id: uuid,
  sha256,
  seq: count,
  epoch: token,
  at: instant,
});

export const changeSchema = z.strictObject({
  submissionId: uuid,
  seq: count,
  status: caseStatus,
  at: instant,
  note: z.exactOptional(note),
  files: z.exactOptional(fileCount),
});

const response = {
  receipts: z.array(syncReceiptSchema).check(z.maxLength(LIMITS.submissionsPerSync)),
  changes: z.array(changeSchema).check(z.maxLength(LIMITS.changesPerSync)),
  cursor: count,
  epoch: token,
  backupSeq: count,
  serverTime: instant,
  catalogueVersion: count,
  more: z.exactOptional(z.boolean()),
};

export const syncResponseSchema = z.strictObject(response);

export const signedReceiptsSchema = z.strictObject({
  from: count.check(z.maximum(LIMITS.submissionsPerSync - 1)),
  outcome: z.enum(['accepted', 'duplicate']),
  kid: token,
  at: instant,
  seq: count,
  epoch: z.exactOptional(token),
  news: z.exactOptional(z.literal(true)),
  signatures: z
    .string()
    .check(
      z.maxLength(LIMITS.submissionsPerSync * SIGNATURE_CHARS),
      z.regex(new RegExp(`^(?:[A-Za-z0-9_-]{${SIGNATURE_CHARS}})+$`)),
    ),
});

/** The same from protocol 2 on: receipts of neighbours may stand together. */
export const compactSyncResponseSchema = z.strictObject({
  ...response,
  signed: z.exactOptional(z.array(signedReceiptsSchema).check(z.maxLength(LIMITS.submissionsPerSync))),
});
