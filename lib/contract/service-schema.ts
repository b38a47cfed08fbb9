import * as z from 'zod/mini';
import { instant, problemCode, problemErrors, token } from './schema-parts';

export const healthResponseSchema = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  build: z.string(),
  epoch: token,
  time: instant,
  database: z.strictObject({ engine: z.string(), version: z.string(), fsync: z.boolean() }),
});

export const problemDocumentSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCode,
  traceId: z.string(),
  errors: z.exactOptional(problemErrors),
});
