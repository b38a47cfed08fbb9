import * as z from 'zod/mini';
import { LIMITS } from './limits';
import { instant, slug, trackingCode } from './schema-parts';

const neverArrivedItemSchema = z.strictObject({
  trackingCode,
  serviceId: z.exactOptional(slug),
  announcedAt: instant,
  state: z.enum(['lost', 'elsewhere', 'revoked', 'arrived-too']),
  lastHeardAt: z.exactOptional(instant),
});

export const neverArrivedSchema = z.strictObject({
  tag: z.string().check(z.maxLength(32), z.regex(/^[0-9a-f.]+$/)),
  items: z.array(neverArrivedItemSchema).check(z.maxLength(LIMITS.neverArrivedItems)),
  arrived: z.exactOptional(z.array(trackingCode).check(z.maxLength(LIMITS.neverArrivedItems))),
});

export const settleRequestSchema = z.strictObject({
  trackingCodes: z.array(trackingCode).check(z.minLength(1), z.maxLength(LIMITS.neverArrivedItems)),
  decision: z.enum(['filed-again', 'not-needed']),
});
