import { eq } from 'drizzle-orm';
import type { DeviceActor } from '../auth/actor';
import { devices } from '../db/schema/devices';
import type { ServerContext } from '../server-context';

const DAY = 24 * 60 * 60 * 1000;

/** Remembers that a device was heard of, at most once a day. True then: its cookie is due for a new term. */
export async function noteContact({ db, now }: ServerContext, device: DeviceActor): Promise<boolean> {
  if (now() - device.lastSeenAt.getTime() < DAY) return false;
  await db
    .update(devices)
    .set({ lastSeenAt: new Date(now()) })
    .where(eq(devices.id, device.deviceId));
  return true;
}
