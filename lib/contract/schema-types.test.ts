import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import type {
  caseAuditSchema,
  decisionRequestSchema,
  deskCaseListSchema,
  deskCaseSchema,
  trackResponseSchema,
} from './case-schema';
import type {
  agencySchema,
  catalogueResponseSchema,
  serviceEntrySchema,
  serviceFormsSchema,
  serviceListSchema,
} from './catalogue-schema';
import type { enrolRequestSchema, enrolResponseSchema, meSchema } from './device-schema';
import type { neverArrivedSchema, settleRequestSchema } from './never-arrived-schema';
import type { plaintextSchema } from './plaintext-schema';
import type { ProblemDocument } from './problem';
import type {
  relayRequestSchema,
  relayResponseSchema,
  ticketClaimsSchema,
  ticketResponseSchema,
} from './relay-schema';
import type { serverKeysSchema } from './server-keys-schema';
import type { healthResponseSchema, problemDocumentSchema } from './service-schema';
import type { wireSubmissionSchema } from './submission-schema';
import type {
  compactSyncResponseSchema,
  receiptClaimsSchema,
  syncReceiptSchema,
  syncRequestSchema,
  syncResponseSchema,
} from './sync-schema';
import type * as wire from './wire';

// JSON knows no undefined, so a value that may be undefined is one that may be missing.
type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly Frozen<E>[]
    : { readonly [K in keyof T]: Frozen<Exclude<T[K], undefined>> };
/** Compiles only when what the schema reads and what `wire.ts` says fit into each other. */
type Same<S extends z.ZodMiniType, W> = [Frozen<z.output<S>>] extends [Frozen<W>]
  ? [Frozen<W>] extends [Frozen<z.output<S>>]
    ? 'same'
    : { readonly missing: Frozen<z.output<S>> }
  : { readonly other: Frozen<z.output<S>> };
const same = <T extends 'same'>(verdict: T) => expect(verdict).toBe('same');

test('schemas and written types say the same, both ways (checked by the compiler)', () => {
  same<Same<typeof wireSubmissionSchema, wire.WireSubmission>>('same');
  same<Same<typeof syncRequestSchema, wire.SyncRequest>>('same');
  same<Same<typeof syncResponseSchema, wire.SyncResponse>>('same');
  same<Same<typeof compactSyncResponseSchema, wire.CompactSyncResponse>>('same');
  same<Same<typeof syncReceiptSchema, wire.SyncReceipt>>('same');
  same<Same<typeof receiptClaimsSchema, wire.ReceiptClaims>>('same');
  same<Same<typeof ticketClaimsSchema, wire.TicketClaims>>('same');
  same<Same<typeof ticketResponseSchema, wire.TicketResponse>>('same');
  same<Same<typeof relayRequestSchema, wire.RelayRequest>>('same');
  same<Same<typeof relayResponseSchema, wire.RelayResponse>>('same');
  same<Same<typeof serverKeysSchema, wire.ServerKeys>>('same');
  same<Same<typeof agencySchema, wire.Agency>>('same');
  same<Same<typeof catalogueResponseSchema, wire.CatalogueResponse>>('same');
  same<Same<typeof serviceEntrySchema, wire.ServiceEntry>>('same');
  same<Same<typeof serviceListSchema, wire.ServiceList>>('same');
  same<Same<typeof serviceFormsSchema, wire.ServiceForms>>('same');
  same<Same<typeof enrolRequestSchema, wire.EnrolRequest>>('same');
  same<Same<typeof enrolResponseSchema, wire.EnrolResponse>>('same');
  same<Same<typeof meSchema, wire.Me>>('same');
  same<Same<typeof trackResponseSchema, wire.TrackResponse>>('same');
  same<Same<typeof deskCaseListSchema, wire.DeskCaseList>>('same');
  same<Same<typeof decisionRequestSchema, wire.DecisionRequest>>('same');
  same<Same<typeof healthResponseSchema, wire.HealthResponse>>('same');
  same<Same<typeof problemDocumentSchema, ProblemDocument>>('same');
  same<Same<typeof plaintextSchema, wire.Plaintext>>('same');
  same<Same<typeof deskCaseSchema, wire.DeskCase>>('same');
  same<Same<typeof caseAuditSchema, wire.CaseAudit>>('same');
  same<Same<typeof neverArrivedSchema, wire.NeverArrived>>('same');
  same<Same<typeof settleRequestSchema, wire.SettleRequest>>('same');
});
