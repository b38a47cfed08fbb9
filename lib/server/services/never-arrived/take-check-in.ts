import { eq, sql } from 'drizzle-orm';
import { type CheckIn, type HeldCode, readCheckIn, shortEpoch } from '../../../contract/check-in';
import { assert } from '../../../shared/assert';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import { runTransaction } from '../../db/run-transaction';
import { checkIns } from '../../db/schema/announced';
import { log } from '../../log';
import type { ServerContext } from '../../server-context';
import { findGaps } from './find-gaps';
import { forgetArrived, keepLost, keepTaken, keepWaiting, loseUnnamed, withdraw } from './keep-announced';
import { listNeverArrived } from './list-never-arrived';
import { ownCodes } from './own-codes';
import { roomForAnnounced } from './room-for-announced';

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
    const arrivedToo = await runTransaction(context.db, (tx) => write(tx, { context, device, said, epoch }));
    if (arrivedToo.length > 0)
      log.warn(
        { streamId: device.streamId, submissionIds: arrivedToo },
        'applications arrived although others were filed in their place',
      );
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

/** Resolves with the submissions that were found to have arrived although another was filed in their place. */
async function write(tx: Connection, { context, device, said, epoch }: Taking): Promise<readonly string[]> {
  const at = new Date(context.now());
  const before = await lockCheckIn(tx, device.deviceId, at);
  // A number counts for the code it was given out under; a page that was loaded under an earlier one says another's.
  const used = said.usedBy === device.deviceCode ? said.used : 0;
  // Numbers of another epoch, of a part of a queue, or of a check-in that a later one overtook, say nothing about what is not named.
  const isWhole = !said.isPart && said.epoch === shortEpoch(epoch) && used >= before.used;
  const own = await ownCodes(
    tx,
    device,
    [...said.waiting, ...said.takenBack, ...said.lost].map(({ trackingCode }) => trackingCode),
  );
  const mine = (codes: readonly HeldCode[]) => codes.filter(({ trackingCode }) => own.has(trackingCode));
  const waiting = mine(said.waiting);
  const takenBack = codesOf(mine(said.takenBack));
  const named = new Set([...codesOf(waiting), ...takenBack]);

  let room = await roomForAnnounced(tx, device);
  room -= await keepWaiting(tx, device, { waiting, at, room });
  const lost = mine(said.lost).filter(({ trackingCode }) => !named.has(trackingCode));
  room -= await keepLost(tx, device, { lost, at, room });
  const gaps = isWhole
    ? await findGaps(tx, device, { after: before.checkedThrough, used, named, room })
    : { missing: [], through: before.checkedThrough };
  const missing = gaps.missing.map((trackingCode) => ({ trackingCode, serviceId: null }));
  await keepLost(tx, device, { lost: missing, at, room });
  await withdraw(tx, device, takenBack, at);
  if (isWhole) await loseUnnamed(tx, device, codesOf(waiting), at);
  if (before.follows !== null) await keepTaken(tx, device, before.follows);
  await tx
    .update(checkIns)
    .set({ used: sql`greatest(${checkIns.used}, ${used})`, checkedThrough: gaps.through, at })
    .where(eq(checkIns.deviceId, device.deviceId));
  return forgetArrived(tx, device, at);
}

/** The row of the device, held until the commit: two tabs of one device are heard one behind the other. */
async function lockCheckIn(tx: Connection, deviceId: string, at: Date) {
  await tx.insert(checkIns).values({ deviceId, used: 0, checkedThrough: 0, at }).onConflictDoNothing();
  const [row] = await tx.select().from(checkIns).where(eq(checkIns.deviceId, deviceId)).for('update');
  assert(row, 'the row of a check-in was just written');
  return row;
}

const codesOf = (codes: readonly HeldCode[]): readonly string[] =>
  codes.map(({ trackingCode }) => trackingCode);
