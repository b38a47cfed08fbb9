import { and, eq, isNull, sql } from 'drizzle-orm';
import { type CheckIn, type HeldCode, readCheckIn, shortEpoch } from '../../../contract/check-in';
import { makeTrackingCode } from '../../../contract/tracking-code';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import { isAnyOf } from '../../db/is-any-of';
import { runTransaction } from '../../db/run-transaction';
import { announced, checkIns } from '../../db/schema/announced';
import { submissions } from '../../db/schema/submissions';
import { log } from '../../log';
import type { ServerContext } from '../../server-context';
import { listNeverArrived } from './list-never-arrived';

/** Numbers that are looked at in one check-in; the rest follows with the next. */
const NUMBERS_AT_ONCE = 2000;

/**
 * Takes what a device says of its queue, behind an exchange that has committed, and resolves with the name of the list
 * of what never arrived. Null when it could not be taken: a check-in never costs anybody a receipt.
 */
export async function takeCheckIn(
  context: ServerContext,
  device: DeviceActor,
  { text, epoch }: { readonly text: string; readonly epoch: string },
): Promise<string | null> {
  const said = readCheckIn(text);
  if (said === null) {
    log.warn({ deviceId: device.deviceId }, 'a check-in could not be read');
    return null;
  }
  try {
    await runTransaction(context.db, (tx) => write(tx, { context, device, said, epoch }));
    return (await listNeverArrived(context, device)).tag;
  } catch (error) {
    log.error({ err: error }, 'a check-in could not be taken');
    return null;
  }
}

interface Taking {
  readonly context: ServerContext;
  readonly device: DeviceActor;
  readonly said: CheckIn;
  readonly epoch: string;
}

async function write(tx: Connection, { context, device, said, epoch }: Taking): Promise<void> {
  const at = new Date(context.now());
  const { deviceId, streamId } = device;
  const through = await lockCheckIn(tx, deviceId, at);
  // Numbers of another epoch, or of a part of a queue, say nothing about what is not named.
  const isWhole = !said.isPart && said.epoch === shortEpoch(epoch);
  const upTo = isWhole ? Math.max(through, Math.min(said.used, through + NUMBERS_AT_ONCE)) : through;
  const named = codesOf([...said.waiting, ...said.takenBack]);
  const gaps = numbersBetween(through, upTo)
    .map((number) => makeTrackingCode(device.deviceCode, number))
    .filter((code) => !named.has(code))
    .map((trackingCode) => ({ trackingCode, serviceId: null }));
  const missing = [...said.lost, ...gaps].filter(({ trackingCode }) => !named.has(trackingCode));
  const arrived = await arrivedOf(tx, [...said.waiting, ...missing]);
  const open = (codes: readonly HeldCode[]) => unique(codes.filter((one) => !arrived.has(one.trackingCode)));

  const waiting = open(said.waiting).map((one) => ({ ...one, streamId, announcedAt: at, heldBy: deviceId }));
  if (waiting.length > 0)
    await tx
      .insert(announced)
      .values(waiting)
      .onConflictDoUpdate({
        target: [announced.streamId, announced.trackingCode],
        set: { heldBy: deviceId, lostAt: null, settledAt: null, decision: null, settledBy: null },
      });
  const lost = open(missing).map((one) => ({ ...one, streamId, announcedAt: at, lostAt: at }));
  if (lost.length > 0)
    await tx
      .insert(announced)
      .values(lost)
      .onConflictDoUpdate({
        target: [announced.streamId, announced.trackingCode],
        set: { heldBy: null, lostAt: sql`coalesce(${announced.lostAt}, excluded.lost_at)` },
        setWhere: isNull(announced.settledAt),
      });
  const mine = and(eq(announced.streamId, streamId), isNull(announced.settledAt));
  await tx
    .update(announced)
    .set({ settledAt: at, decision: 'withdrawn' })
    .where(and(mine, isAnyOf(announced.trackingCode, [...codesOf(said.takenBack)])));
  if (isWhole)
    await tx
      .update(announced)
      .set({ heldBy: null, lostAt: at })
      .where(
        and(
          mine,
          eq(announced.heldBy, deviceId),
          sql`NOT ${isAnyOf(announced.trackingCode, [...codesOf(said.waiting)])}`,
        ),
      );
  await tx.execute(
    sql`DELETE FROM ${announced} USING ${submissions}
        WHERE ${announced.streamId} = ${streamId} AND ${submissions.trackingCode} = ${announced.trackingCode}`,
  );
  await tx
    .update(checkIns)
    .set({ used: sql`greatest(${checkIns.used}, ${said.used})`, checkedThrough: upTo, at })
    .where(eq(checkIns.deviceId, deviceId));
}

/** The row of the device, held until the commit: two tabs of one device are heard one behind the other. */
async function lockCheckIn(tx: Connection, deviceId: string, at: Date): Promise<number> {
  await tx.insert(checkIns).values({ deviceId, used: 0, checkedThrough: 0, at }).onConflictDoNothing();
  const [row] = await tx.select().from(checkIns).where(eq(checkIns.deviceId, deviceId)).for('update');
  return row?.checkedThrough ?? 0;
}

async function arrivedOf(tx: Connection, codes: readonly HeldCode[]): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set();
  const rows = await tx
    .select({ code: submissions.trackingCode })
    .from(submissions)
    .where(isAnyOf(submissions.trackingCode, [...codesOf(codes)]));
  return new Set(rows.map(({ code }) => code));
}

const codesOf = (codes: readonly HeldCode[]): ReadonlySet<string> =>
  new Set(codes.map(({ trackingCode }) => trackingCode));

/** One row for each code, as an upsert needs it. */
const unique = (codes: readonly HeldCode[]): readonly HeldCode[] => [
  ...new Map(codes.map((one) => [one.trackingCode, one])).values(),
];

const numbersBetween = (after: number, upTo: number): readonly number[] =>
  Array.from({ length: Math.max(0, upTo - after) }, (_, index) => after + 1 + index);
