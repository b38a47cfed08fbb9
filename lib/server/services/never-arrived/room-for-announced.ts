import { sql } from 'drizzle-orm';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';

/** Open rows that one device may cause: more than any browser has room for. */
const OPEN_OF_A_DEVICE = 2000;

/** Rows of one stream, whatever became of them. */
const OF_A_CENTRE = 50_000;
const OF_A_PHONE = 5000;

/** How many more rows a device may cause: a header of a few characters must not fill a disk. */
export async function roomForAnnounced(db: Connection, device: DeviceActor): Promise<number> {
  const { deviceId, deviceCode, streamId, centreId } = device;
  const { rows } = await db.execute<{ all: number; open: number }>(sql`
    SELECT count(*)::int AS all, count(*) FILTER (
      WHERE settled_at IS NULL
        AND (held_by = ${deviceId}::uuid OR split_part(tracking_code, '-', 1) = ${deviceCode})
    )::int AS open
    FROM announced WHERE stream_id = ${streamId}`);
  const { all = 0, open = 0 } = rows[0] ?? {};
  return Math.max(0, Math.min(OPEN_OF_A_DEVICE - open, (centreId === null ? OF_A_PHONE : OF_A_CENTRE) - all));
}
