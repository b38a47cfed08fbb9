import { createHash } from 'node:crypto';
import { and, asc, eq, isNull, not, or, sql } from 'drizzle-orm';
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
 * What was announced in the stream of a device and never arrived: what its own device says it no longer has; what
 * lies on another device that was last heard of before this one was enrolled, or is silent for days, or was revoked. And what
 * arrived although a person had filed another in its place, until somebody has looked after it. A centre's device sees
 * its centre, a personal one itself.
 */
export async function listNeverArrived(
  { db, now }: Pick<ServerContext, 'db' | 'now'>,
  device: DeviceActor,
): Promise<NeverArrived> {
  const hasArrived = sql`EXISTS (SELECT 1 FROM ${submissions} WHERE ${submissions.trackingCode} = ${announced.trackingCode})`;
  // A check-in comes only with news; an exchange without one is a sign of life as well.
  const heardAt = sql<Date | null>`greatest(${checkIns.at}, ${devices.lastSeenAt})`.mapWith(checkIns.at);
  const rows = await db
    .select({
      trackingCode: announced.trackingCode,
      serviceId: announced.serviceId,
      announcedAt: announced.announcedAt,
      heldBy: announced.heldBy,
      decision: announced.decision,
      revokedAt: devices.revokedAt,
      heardAt,
    })
    .from(announced)
    .leftJoin(checkIns, eq(checkIns.deviceId, announced.heldBy))
    .leftJoin(devices, eq(devices.id, announced.heldBy))
    .where(
      and(
        eq(announced.streamId, device.streamId),
        or(
          and(
            isNull(announced.settledAt),
            not(hasArrived),
            sql`(${announced.heldBy} IS NULL OR (${announced.heldBy} <> ${device.deviceId} AND (
              ${devices.revokedAt} IS NOT NULL OR ${heardAt} < greatest(
                (SELECT own.enrolled_at FROM ${devices} own WHERE own.id = ${device.deviceId}),
                ${new Date(now() - SILENT_FOR).toISOString()}::timestamptz))))`,
          ),
          and(eq(announced.decision, 'filed-again'), isNull(announced.closedAt), hasArrived),
        ),
      ),
    )
    .orderBy(asc(announced.announcedAt), asc(announced.trackingCode))
    .limit(LIMITS.neverArrivedItems);
  const items = rows.map((row): NeverArrivedItem => {
    const { trackingCode, serviceId, announcedAt } = row;
    const state = stateOf(row);
    return {
      trackingCode,
      ...(serviceId === null ? {} : { serviceId }),
      announcedAt: announcedAt.toISOString(),
      state,
      ...(row.heardAt === null || state === 'arrived-too' ? {} : { lastHeardAt: row.heardAt.toISOString() }),
    };
  });
  return { tag: tagOf(items), items };
}

function stateOf(row: {
  readonly heldBy: string | null;
  readonly decision: string | null;
  readonly revokedAt: Date | null;
}): NeverArrivedItem['state'] {
  if (row.decision === 'filed-again') return 'arrived-too';
  if (row.heldBy === null) return 'lost';
  return row.revokedAt === null ? 'elsewhere' : 'revoked';
}

function tagOf(items: readonly NeverArrivedItem[]): string {
  if (items.length === 0) return '0';
  const hash = createHash('sha256').update(JSON.stringify(items)).digest('hex');
  return `${items.length}.${hash.slice(0, 12)}`;
}
