import * as z from 'zod/mini';
import { LIMITS } from './limits';
import { instant, uuid } from './schema-parts';
import { wireSubmissionSchema } from './submission-schema';
import { syncReceiptSchema } from './sync-schema';

/** Whom a ticket is for: no other service of this deployment takes it. */
export const TICKET_AUDIENCE = 'sheba-setu-relay';

/** Header that carries the ticket of a device on whose behalf somebody else calls. Never in an address or a body. */
export const TICKET_HEADER = 'setu-ticket';

const TICKET_CHARS = 1024;

/** A compact JWS. */
export const ticketSchema = z.string().check(z.maxLength(TICKET_CHARS), z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/));

export const ticketClaimsSchema = z.strictObject({
  aud: z.literal(TICKET_AUDIENCE),
  device: uuid,
  at: instant,
});

export const ticketResponseSchema = z.strictObject({ ticket: ticketSchema });

const envelope = { protocol: z.int().check(z.minimum(1), z.maximum(1000)) };

/** The request with its items unread: each is parsed by itself, as in a sync. */
export const relayEnvelopeSchema = z.strictObject({
  ...envelope,
  submissions: z.array(z.unknown()).check(z.maxLength(LIMITS.submissionsPerSync)),
});

/** The whole request, as a well-behaved client sends it. */
export const relayRequestSchema = z.strictObject({
  ...envelope,
  submissions: z.array(wireSubmissionSchema).check(z.maxLength(LIMITS.submissionsPerSync)),
});

export const relayResponseSchema = z.strictObject({
  receipts: z.array(syncReceiptSchema).check(z.maxLength(LIMITS.submissionsPerSync)),
});
