import * as z from 'zod/mini';
import { AUDIT_ACTIONS } from './audit-actions';
import { optionSetsSchema, serviceDefinitionSchema } from './catalogue-schema';
import { answersSchema, authorSchema, consentSchema, feeSchema } from './plaintext-schema';
import {
  caseStatus,
  count,
  fileCount,
  instant,
  localText,
  note,
  slug,
  trackingCode,
  uuid,
  version,
} from './schema-parts';

/** Query of the tracking page. The code is read as a person types it, so only its length is bounded here. */
export const trackQuerySchema = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(64)),
  check: z.string().check(z.minLength(1), z.maxLength(24)),
});

export const trackResponseSchema = z.strictObject({
  status: z.union([caseStatus, z.literal('unknown')]),
  serviceId: z.exactOptional(slug),
  steps: z.array(z.strictObject({ status: caseStatus, at: instant, note: z.exactOptional(note) })),
  files: z.exactOptional(fileCount),
});

const summary = {
  id: uuid,
  trackingCode,
  serviceId: slug,
  status: caseStatus,
  maskedName: z.string(),
  centreName: z.nullable(localText),
  receivedAt: instant,
  files: fileCount,
  version: count,
};

export const deskCaseSummarySchema = z.strictObject(summary);
export const deskCaseListSchema = z.strictObject({
  cases: z.array(deskCaseSummarySchema),
  next: z.exactOptional(z.string()),
});

export const deskCaseSchema = z.strictObject({
  ...summary,
  serviceVersion: version,
  definition: serviceDefinitionSchema,
  optionSets: optionSetsSchema,
  answers: answersSchema,
  consent: consentSchema,
  fee: feeSchema,
  author: authorSchema,
  queuedAt: instant,
  supersedes: z.exactOptional(uuid),
  attachments: z.array(
    z.strictObject({
      id: uuid,
      slot: z.string(),
      mediaType: z.string(),
      bytes: count,
      state: z.enum(['waiting', 'stored', 'refused']),
    }),
  ),
  history: z.array(
    z.strictObject({
      status: caseStatus,
      at: instant,
      note: z.exactOptional(note),
      by: z.exactOptional(z.string()),
    }),
  ),
});

export const caseAuditSchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      at: instant,
      claimedAt: z.exactOptional(instant),
      action: z.enum(AUDIT_ACTIONS),
      outcome: z.enum(['done', 'refused']),
      role: z.string(),
      person: z.exactOptional(z.string()),
      deviceCode: z.exactOptional(z.string()),
    }),
  ),
});

/** A return or a rejection says why; the citizen reads the note. */
export const decisionRequestSchema = z
  .strictObject({ action: z.enum(['accept', 'return', 'reject']), note: z.exactOptional(note) })
  .check(
    z.refine((decision) => decision.action === 'accept' || (decision.note ?? '').trim() !== '', {
      path: ['note'],
    }),
  );
