import { createHash } from 'node:crypto';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { LIMITS } from '../../../contract/limits';
import type { NeverArrived, NeverArrivedItem } from '../../../contract/wire';
import type { DeviceActor } from '../../auth/actor';
import { announced, checkIns } from '../../db/schema/announced';
import { devices } from '../../db/schema/devices';
import { submissions } from '../../db/schema/submissions';
import type { ServerContext } from '../../server-context';

/** How long another device may be silent before what it has counts as something to look after, milliseconds. */
const SILENT_FOR = 3 * 24 * 60 * 60 * 1000;

/**
 * What was announced in the stream of a device and never arrived: what its own device says it no longer has, and what
 * lies on another device that was last heard of before this one was enrolled, or is silent for days. A centre's device sees
 * its centre, a personal one itself.
 */
export async function listNeverArrived(
  { db, now }: Pick<ServerContext, 'db' | 'now'>,
  device: DeviceActor,
): Promise<NeverArrived> {
  const rows = await db
    .select({
      trackingCode: announced.trackingCode,
      serviceId: announced.serviceId,
      announcedAt: announced.announcedAt,
      heldBy: announced.heldBy,
      heardAt: checkIns.at,
    })
    .from(announced)
    .leftJoin(checkIns, eq(checkIns.deviceId, announced.heldBy))
    .where(
      and(
        eq(announced.streamId, device.streamId),
        isNull(announced.settledAt),
        sql`NOT EXISTS (SELECT 1 FROM ${submissions} WHERE ${submissions.trackingCode} = ${announced.trackingCode})`,
        sql`(${announced.heldBy} IS NULL OR (${announced.heldBy} <> ${device.deviceId} AND ${checkIns.at} < greatest(
          (SELECT ${devices.enrolledAt} FROM ${devices} WHERE ${devices.id} = ${device.deviceId}),
          ${new Date(now() - SILENT_FOR).toISOString()}::timestamptz)))`,
      ),
    )
    .orderBy(asc(announced.announcedAt), asc(announced.trackingCode))
    .limit(LIMITS.neverArrivedItems);
  const items = rows.map(
    ({ trackingCode, serviceId, announcedAt, heldBy, heardAt }): NeverArrivedItem => ({
      trackingCode,
      ...(serviceId === null ? {} : { serviceId }),
      announcedAt: announcedAt.toISOString(),
      state: heldBy === null ? 'lost' : 'elsewhere',
      ...(heardAt === null ? {} : { lastHeardAt: heardAt.toISOString() }),
    }),
  );
  return { tag: tagOf(items), items };
}

function tagOf(items: readonly NeverArrivedItem[]): string {
  if (items.length === 0) return '0';
  const hash = createHash('sha256').update(JSON.stringify(items)).digest('hex');
  return `${items.length}.${hash.slice(0, 12)}`;
}
