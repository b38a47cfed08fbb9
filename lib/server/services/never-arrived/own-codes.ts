import { type SQL, sql } from 'drizzle-orm';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';

/**
 * Which of these tracking codes a device may speak of: those of devices of its own stream, and of the devices its
 * browser was before. Of others it is told nothing, not even whether they arrived.
 */
export async function ownCodes(
  db: Connection,
  device: DeviceActor,
  trackingCodes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (trackingCodes.length === 0) return new Set();
  const asked = [...new Set(trackingCodes.map(deviceOf))];
  const others = asked.filter((code) => code !== device.deviceCode);
  const own = new Set([device.deviceCode, ...(others.length > 0 ? await askFor(db, device, others) : [])]);
  return new Set(trackingCodes.filter((code) => own.has(deviceOf(code))));
}

async function askFor(
  db: Connection,
  { deviceId, streamId }: DeviceActor,
  codes: readonly string[],
): Promise<readonly string[]> {
  const query: SQL = sql`
    WITH RECURSIVE before AS (
      SELECT ${deviceId}::uuid AS id
      UNION
      SELECT check_ins.follows FROM check_ins JOIN before ON check_ins.device_id = before.id
      WHERE check_ins.follows IS NOT NULL
    )
    SELECT code FROM devices
    WHERE code = ANY(${sql.param(codes)}::text[])
      AND (stream_id = ${streamId} OR id IN (SELECT id FROM before))`;
  const { rows } = await db.execute<{ code: string }>(query);
  return rows.map(({ code }) => code);
}

const deviceOf = (trackingCode: string): string => trackingCode.split('-', 1)[0] ?? '';
