import { eq } from 'drizzle-orm';
import type { DeviceActor } from '../auth/actor';
import { devices } from '../db/schema/devices';
import type { ServerContext } from '../server-context';

const DAY = 24 * 60 * 60 * 1000;

/** So exact is what is known of a device's last sign of life: a write for every exchange would cost more than it tells. */
const STEP = 5 * 60 * 1000;

/** Remembers that a device was heard of. True for the first time of a day (UTC): its cookie is due for a new term. */
export async function noteContact({ db, now }: ServerContext, device: DeviceActor): Promise<boolean> {
  const last = device.lastSeenAt.getTime();
  if (now() - last < STEP) return false;
  await db
    .update(devices)
    .set({ lastSeenAt: new Date(now()) })
    .where(eq(devices.id, device.deviceId));
  return Math.floor(now() / DAY) > Math.floor(last / DAY);
}
