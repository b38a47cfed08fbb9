import { timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { devices } from '../db/schema/devices';
import type { ServerContext } from '../server-context';
import type { DeviceActor } from './actor';
import { hashDeviceSecret, readDeviceCookie } from './device-cookie';

/** The device behind the cookie; null when there is none or its secret is wrong. A revoked one is named as such. */
export async function readDevice(context: ServerContext, request: Request): Promise<DeviceActor | null> {
  const credential = readDeviceCookie(request);
  if (!credential) return null;
  const [row] = await context.db.select().from(devices).where(eq(devices.id, credential.deviceId));
  if (!row || !sameText(row.secretHash, hashDeviceSecret(credential.secret))) return null;
  return actorOf(row);
}

/** A device as the services see it. */
export function actorOf(row: typeof devices.$inferSelect): DeviceActor {
  return {
    kind: 'device',
    deviceId: row.id,
    deviceCode: row.code,
    streamId: row.streamId,
    centreId: row.centreId,
    revoked: row.revokedAt !== null,
    lastSeenAt: row.lastSeenAt,
  };
}

const sameText = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
