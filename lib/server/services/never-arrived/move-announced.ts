import { eq } from 'drizzle-orm';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import { announced } from '../../db/schema/announced';

/**
 * A browser that shows the cookie of an earlier device is enrolled anew: what that one had announced is asked of the new one
 * from now on. Its first check-in says what is still there; the rest is lost. Between two centres, or a citizen's
 * phone and a centre, nothing moves: nobody gets to see what is not his.
 */
export async function moveAnnounced(
  db: Connection,
  from: DeviceActor,
  to: { readonly deviceId: string; readonly streamId: string; readonly centreId: string | null },
): Promise<void> {
  if (from.centreId !== to.centreId) return;
  await db
    .update(announced)
    .set({ heldBy: to.deviceId, streamId: to.streamId })
    .where(eq(announced.heldBy, from.deviceId));
}
