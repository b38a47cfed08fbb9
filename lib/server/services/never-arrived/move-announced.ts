import { eq, or, sql } from 'drizzle-orm';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import { announced, checkIns } from '../../db/schema/announced';

/**
 * A browser that shows the cookie of an earlier device is enrolled anew: what that one had announced is asked of the new one
 * from now on. Its first check-in says what is still there; the rest is lost. When the answer to an enrolment
 * was lost, the same cookie comes again, and takes back what went to the device that nobody is. Between two centres, or a
 * citizen's phone and a centre, nothing moves: nobody gets to see what is not his.
 */
export async function moveAnnounced(
  db: Connection,
  from: DeviceActor,
  to: { readonly deviceId: string; readonly streamId: string; readonly centreId: string | null },
): Promise<void> {
  if (from.centreId !== to.centreId) return;
  const [before] = await db.select().from(checkIns).where(eq(checkIns.deviceId, from.deviceId));
  // Heard of when the one before was: a device that never answers must not look alive, nor like one that never was.
  await db
    .insert(checkIns)
    .values({
      deviceId: to.deviceId,
      used: 0,
      checkedThrough: 0,
      at: before?.at ?? from.lastSeenAt,
      follows: from.deviceId,
    })
    .onConflictDoNothing();
  await db
    .update(announced)
    .set({
      heldBy: sql`CASE WHEN ${announced.heldBy} IS NULL THEN NULL ELSE ${to.deviceId}::uuid END`,
      streamId: to.streamId,
      takenFrom: from.deviceId,
    })
    .where(
      or(
        eq(announced.heldBy, from.deviceId),
        eq(announced.takenFrom, from.deviceId),
        // A phone's stream is its own: what it lost goes with it.
        from.centreId === null ? eq(announced.streamId, from.streamId) : undefined,
      ),
    );
}
