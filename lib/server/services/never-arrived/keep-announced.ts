import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { HeldCode } from '../../../contract/check-in';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import { isAnyOf } from '../../db/is-any-of';
import { announced } from '../../db/schema/announced';
import { arrivedOf } from './arrived-of';

/** Writes down what lies on the device, `room` new rows at most; resolves with how many are new. A decision to file again stands. */
export async function keepWaiting(
  tx: Connection,
  { deviceId, streamId }: DeviceActor,
  { waiting, at, room }: { readonly waiting: readonly HeldCode[]; readonly at: Date; readonly room: number },
): Promise<number> {
  const { codes, fresh } = await openOf(tx, streamId, waiting, room);
  if (codes.length === 0) return 0;
  await tx
    .insert(announced)
    .values(codes.map((one) => ({ ...one, streamId, announcedAt: at, heldBy: deviceId })))
    .onConflictDoUpdate({
      target: [announced.streamId, announced.trackingCode],
      set: { heldBy: deviceId, lostAt: null, settledAt: null, decision: null, settledBy: null },
      setWhere: sql`${announced.decision} IS DISTINCT FROM 'filed-again'`,
    });
  return fresh;
}

/** Writes down what no device has any more, `room` new rows at most; resolves with how many are new. */
export async function keepLost(
  tx: Connection,
  { streamId }: DeviceActor,
  { lost, at, room }: { readonly lost: readonly HeldCode[]; readonly at: Date; readonly room: number },
): Promise<number> {
  const { codes, fresh } = await openOf(tx, streamId, lost, room);
  if (codes.length === 0) return 0;
  await tx
    .insert(announced)
    .values(codes.map((one) => ({ ...one, streamId, announcedAt: at, lostAt: at })))
    .onConflictDoUpdate({
      target: [announced.streamId, announced.trackingCode],
      set: { heldBy: null, lostAt: sql`coalesce(${announced.lostAt}, excluded.lost_at)` },
      setWhere: isNull(announced.settledAt),
    });
  return fresh;
}

/** A person took it back on its device: it is not missed. */
export async function withdraw(
  tx: Connection,
  { streamId }: DeviceActor,
  codes: readonly string[],
  at: Date,
): Promise<void> {
  await tx
    .update(announced)
    .set({ settledAt: at, decision: 'withdrawn' })
    .where(and(unsettled(streamId), isAnyOf(announced.trackingCode, codes)));
}

/** What the device had named, and names no more, it has no more. */
export async function loseUnnamed(
  tx: Connection,
  { deviceId, streamId }: DeviceActor,
  waiting: readonly string[],
  at: Date,
): Promise<void> {
  await tx
    .update(announced)
    .set({ heldBy: null, lostAt: at })
    .where(
      and(
        unsettled(streamId),
        eq(announced.heldBy, deviceId),
        sql`NOT ${isAnyOf(announced.trackingCode, waiting)}`,
      ),
    );
}

/** The device is heard of: what it took from the one before is its own, and nobody takes it back. */
export async function keepTaken(tx: Connection, { streamId }: DeviceActor, from: string): Promise<void> {
  await tx
    .update(announced)
    .set({ takenFrom: null })
    .where(and(eq(announced.streamId, streamId), eq(announced.takenFrom, from)));
}

/**
 * What arrived is announced no more. Where another was filed in its place the row stays, for two count now:
 * resolves with the submissions of which this is seen for the first time.
 */
export async function forgetArrived(
  tx: Connection,
  { streamId }: DeviceActor,
  at: Date,
): Promise<readonly string[]> {
  await tx.execute(sql`
    DELETE FROM announced USING submissions
    WHERE announced.stream_id = ${streamId} AND submissions.tracking_code = announced.tracking_code
      AND announced.decision IS DISTINCT FROM 'filed-again'`);
  const { rows } = await tx.execute<{ id: string }>(sql`
    UPDATE announced SET arrived_too_at = ${at.toISOString()}::timestamptz FROM submissions
    WHERE announced.stream_id = ${streamId} AND submissions.tracking_code = announced.tracking_code
      AND announced.decision = 'filed-again' AND announced.arrived_too_at IS NULL
    RETURNING submissions.id`);
  return rows.map(({ id }) => id);
}

const unsettled = (streamId: string): SQL | undefined =>
  and(eq(announced.streamId, streamId), isNull(announced.settledAt));

/** One row for each code that has not arrived, as an upsert needs it: all that are known, and as many new ones as find room. */
async function openOf(tx: Connection, streamId: string, said: readonly HeldCode[], room: number) {
  const byCode = new Map(said.map((one) => [one.trackingCode, one]));
  const arrived = await arrivedOf(tx, [...byCode.keys()]);
  const open = [...byCode.values()].filter(({ trackingCode }) => !arrived.has(trackingCode));
  if (open.length === 0) return { codes: [], fresh: 0 };
  const rows = await tx
    .select({ code: announced.trackingCode })
    .from(announced)
    .where(
      and(
        eq(announced.streamId, streamId),
        isAnyOf(
          announced.trackingCode,
          open.map(({ trackingCode }) => trackingCode),
        ),
      ),
    );
  const known = new Set(rows.map(({ code }) => code));
  const fresh = open.filter(({ trackingCode }) => !known.has(trackingCode)).slice(0, Math.max(0, room));
  return {
    codes: [...open.filter(({ trackingCode }) => known.has(trackingCode)), ...fresh],
    fresh: fresh.length,
  };
}
