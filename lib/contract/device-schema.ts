import * as z from 'zod/mini';
import { isDeviceCode } from './device-code';
import { localText, name, uuid } from './schema-parts';

const placeId = z.string().check(z.minLength(1), z.maxLength(64));

export const centreSchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: localText,
  unionId: placeId,
  upazilaId: placeId,
  districtId: placeId,
});

export const enrolRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('centre'), name }),
  z.strictObject({ kind: z.literal('personal'), name }),
]);

export const enrolResponseSchema = z.strictObject({
  deviceId: uuid,
  deviceCode: z.string().check(z.maxLength(6), z.refine(isDeviceCode)),
  centre: z.exactOptional(centreSchema),
});

export const meSchema = z.strictObject({
  userId: z.string().check(z.maxLength(64)),
  name,
  role: z.enum(['operator', 'officer', 'administrator']),
  centre: z.exactOptional(centreSchema),
  agencies: z.exactOptional(z.array(z.string().check(z.maxLength(64)))),
});
