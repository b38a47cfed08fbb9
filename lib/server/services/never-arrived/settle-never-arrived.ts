import { and, eq, isNull, sql } from 'drizzle-orm';
import type { NeverArrived, SettleRequest } from '../../../contract/wire';
import { err, ok, type Result } from '../../../shared/result';
import { appendAudit } from '../../audit/append-audit';
import type { DeviceActor, StaffActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import { isAnyOf } from '../../db/is-any-of';
import { runTransaction } from '../../db/run-transaction';
import { announced } from '../../db/schema/announced';
import { submissions } from '../../db/schema/submissions';
import { OWN_CENTRE } from '../../policy/reach';
import type { ServerContext } from '../../server-context';
import { arrivedOf } from './arrived-of';
import { listNeverArrived } from './list-never-arrived';
import { ownCodes } from './own-codes';
import { roomForAnnounced } from './room-for-announced';

export type SettleProblem = { readonly type: 'unauthenticated' } | { readonly type: 'forbidden' };

/**
 * Writes down what a person decided about what never arrived, and resolves with what is left and which of it had
 * arrived by then. At a centre that person is an operator of this centre; on a personal device whoever holds it. A code the
 * server was not told of yet is decided all the same; one of another centre changes nothing.
 */
export async function settleNeverArrived(
  context: ServerContext,
  device: DeviceActor,
  { person, request }: { readonly person: StaffActor | null; readonly request: SettleRequest },
): Promise<Result<NeverArrived, SettleProblem>> {
  if (device.centreId !== null) {
    if (person === null) return err({ type: 'unauthenticated' });
    if (OWN_CENTRE[person.role] !== 'centre' || person.centreId !== device.centreId)
      return err({ type: 'forbidden' });
  }
  const by = person?.userId ?? null;
  const at = new Date(context.now());
  const arrived = await runTransaction(context.db, async (tx) => {
    const codes = [...(await ownCodes(tx, device, request.trackingCodes))];
    const closed =
      request.decision === 'not-needed' ? await close(tx, device, { codes, at, by }) : new Set<string>();
    const rest = codes.filter((code) => !closed.has(code));
    await decide(tx, device, { codes: rest, at, by, decision: request.decision });
    const there = await arrivedOf(tx, rest);
    await appendAudit(tx, device.streamId, [
      {
        person: by,
        role: person?.role ?? 'citizen',
        deviceId: device.deviceId,
        action: 'never-arrived.settled',
        detail: { codes, decision: request.decision },
      },
    ]);
    return there;
  });
  const left = await listNeverArrived(context, device);
  return ok({ ...left, ...(arrived.size > 0 && { arrived: [...arrived].sort() }) });
}

interface Deciding {
  readonly codes: readonly string[];
  readonly at: Date;
  readonly by: string | null;
}

/** That two arrived for one was looked after. */
async function close(
  tx: Connection,
  { streamId }: DeviceActor,
  { codes, at, by }: Deciding,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .update(announced)
    .set({ closedAt: at, closedBy: by })
    .where(
      and(
        eq(announced.streamId, streamId),
        eq(announced.decision, 'filed-again'),
        isNull(announced.closedAt),
        isAnyOf(announced.trackingCode, codes),
        sql`EXISTS (SELECT 1 FROM ${submissions} WHERE ${submissions.trackingCode} = ${announced.trackingCode})`,
      ),
    )
    .returning({ code: announced.trackingCode });
  return new Set(rows.map(({ code }) => code));
}

async function decide(
  tx: Connection,
  device: DeviceActor,
  { codes, at, by, decision }: Deciding & Pick<SettleRequest, 'decision'>,
): Promise<void> {
  const { streamId } = device;
  const settled = { settledAt: at, decision, settledBy: by };
  const mine = and(eq(announced.streamId, streamId), isAnyOf(announced.trackingCode, codes));
  await tx
    .update(announced)
    .set(settled)
    .where(and(mine, isNull(announced.settledAt)));
  const rows = await tx.select({ code: announced.trackingCode }).from(announced).where(mine);
  const known = new Set(rows.map(({ code }) => code));
  const fresh = codes.filter((code) => !known.has(code));
  if (fresh.length === 0) return;
  const values = fresh
    .slice(0, await roomForAnnounced(tx, device))
    .map((trackingCode) => ({ streamId, trackingCode, announcedAt: at, lostAt: at, ...settled }));
  if (values.length > 0) await tx.insert(announced).values(values).onConflictDoNothing();
}
