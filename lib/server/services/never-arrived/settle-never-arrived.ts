import { and, eq, isNull } from 'drizzle-orm';
import type { NeverArrived, SettleRequest } from '../../../contract/wire';
import { err, ok, type Result } from '../../../shared/result';
import type { DeviceActor, StaffActor } from '../../auth/actor';
import { isAnyOf } from '../../db/is-any-of';
import { announced } from '../../db/schema/announced';
import type { ServerContext } from '../../server-context';
import { listNeverArrived } from './list-never-arrived';

export type SettleProblem = { readonly type: 'unauthenticated' } | { readonly type: 'forbidden' };

/**
 * Writes down what a person decided about what never arrived, and resolves with what is left. At a centre that person is
 * an operator of this centre; on a personal device whoever holds it. Codes that are not in the list change nothing.
 */
export async function settleNeverArrived(
  context: ServerContext,
  device: DeviceActor,
  { person, request }: { readonly person: StaffActor | null; readonly request: SettleRequest },
): Promise<Result<NeverArrived, SettleProblem>> {
  if (device.centreId !== null) {
    if (person === null) return err({ type: 'unauthenticated' });
    if (person.role !== 'operator' || person.centreId !== device.centreId) return err({ type: 'forbidden' });
  }
  await context.db
    .update(announced)
    .set({
      settledAt: new Date(context.now()),
      decision: request.decision,
      settledBy: person?.userId ?? null,
    })
    .where(
      and(
        eq(announced.streamId, device.streamId),
        isNull(announced.settledAt),
        isAnyOf(announced.trackingCode, request.trackingCodes),
      ),
    );
  return ok(await listNeverArrived(context, device));
}
