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

/** Finds the id of an item that may be broken in any other way. */
export const itemIdSchema = z.object({ id: uuid });

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

export const syncResponseSchema = z.strictObject({
  receipts: z.array(syncReceiptSchema).check(z.maxLength(LIMITS.submissionsPerSync)),
  changes: z.array(changeSchema).check(z.maxLength(LIMITS.changesPerSync)),
  cursor: count,
  epoch: token,
  backupSeq: count,
  serverTime: instant,
  catalogueVersion: count,
  more: z.exactOptional(z.boolean()),
});
