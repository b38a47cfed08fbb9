import { randomInt, randomUUID } from 'node:crypto';
import { makeDeviceCode } from '../../contract/device-code';
import type { EnrolRequest, EnrolResponse } from '../../contract/wire';
import type { Result } from '../../shared/result';
import { err, ok } from '../../shared/result';
import { appendAudit } from '../audit/append-audit';
import { whoIsStaff } from '../audit/who';
import type { StaffActor } from '../auth/actor';
import { hashDeviceSecret, newDeviceSecret } from '../auth/device-cookie';
import { centreStream, deviceStream } from '../db/add-centre';
import type { Connection, Database } from '../db/client';
import { runTransaction } from '../db/run-transaction';
import { devices } from '../db/schema/devices';
import { streams } from '../db/schema/streams';
import { OWN_CENTRE } from '../policy/reach';
import { readCentre } from './centre-row';

export interface Enrolled {
  readonly response: EnrolResponse;
  readonly credential: { readonly deviceId: string; readonly secret: string };
  /** Where the new device belongs. */
  readonly place: { readonly deviceId: string; readonly streamId: string; readonly centreId: string | null };
}

export type EnrolProblem = { readonly type: 'unauthenticated' } | { readonly type: 'forbidden' };

const TRIES_PER_LENGTH = 4;

/**
 * Registers a browser and gives it a code nobody else has. A centre's device needs an operator of that centre and
 * shares the centre's stream; a personal one has its own. Every call makes a new device, so that a browser that lost
 * its counter can never give out a tracking code twice.
 */
export async function enrolDevice(
  db: Database,
  actor: StaffActor | null,
  request: EnrolRequest,
): Promise<Result<Enrolled, EnrolProblem>> {
  if (request.kind === 'centre') {
    if (!actor) return err({ type: 'unauthenticated' });
    if (OWN_CENTRE[actor.role] !== 'centre' || actor.centreId === null) return err({ type: 'forbidden' });
  }
  const centre = request.kind === 'centre' ? await readCentre(db, actor?.centreId ?? null) : undefined;
  const deviceId = randomUUID();
  const secret = newDeviceSecret();
  const streamId = centre ? centreStream(centre.id) : deviceStream(deviceId);
  const deviceCode = await runTransaction(db, async (tx) => {
    await tx.insert(streams).values({ id: streamId }).onConflictDoNothing();
    const code = await insertWithFreeCode(tx, {
      id: deviceId,
      kind: request.kind,
      name: request.name,
      secretHash: hashDeviceSecret(secret),
      streamId,
      centreId: centre?.id ?? null,
      enrolledBy: request.kind === 'centre' ? (actor?.userId ?? null) : null,
    });
    const who = actor && request.kind === 'centre' ? whoIsStaff(actor) : { person: null, role: 'citizen' };
    await appendAudit(tx, streamId, [
      { ...who, deviceId, action: 'device.enrolled', detail: { code, kind: request.kind } },
    ]);
    return code;
  });
  return ok({
    response: { deviceId, deviceCode, ...(centre ? { centre } : {}) },
    credential: { deviceId, secret },
    place: { deviceId, streamId, centreId: centre?.id ?? null },
  });
}

/** Short codes first; longer ones when four in a row were taken. */
async function insertWithFreeCode(
  tx: Connection,
  device: Omit<typeof devices.$inferInsert, 'code'>,
): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const length = attempt < TRIES_PER_LENGTH ? 4 : attempt < 2 * TRIES_PER_LENGTH ? 5 : 6;
    const code = makeDeviceCode((limit) => randomInt(limit), length);
    const rows = await tx
      .insert(devices)
      .values({ ...device, code })
      .onConflictDoNothing({ target: devices.code })
      .returning({ code: devices.code });
    if (rows.length > 0) return code;
  }
}
