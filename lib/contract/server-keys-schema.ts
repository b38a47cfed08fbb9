import * as z from 'zod/mini';
import { token } from './schema-parts';

const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
export const publicJwkSchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
});
const namedKey = z.strictObject({ kid: token, publicKey: publicJwkSchema });
export const serverKeysSchema = z.strictObject({ seal: namedKey, receipt: namedKey });
