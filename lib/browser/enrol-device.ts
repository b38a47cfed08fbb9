import { syncResponseSchema } from '../contract/sync-schema';
import { PROTOCOL } from '../contract/wire';
import { callJson } from '../remote/call-json';
import { postDevice } from '../remote/http-devices';
import { jsonBody } from '../remote/json-body';
import type { Trouble } from '../remote/trouble';
import { err, ok, type Result } from '../shared/result';
import type { EnrolProblem } from './api';
import { keepTicket } from './device-ticket';
import { remoteProblemOf } from './remote-problem';
import { saveProblemOf } from './save-problem';
import type { WorkRoom } from './work-room';

/** Has the server name this device, and keeps the name. Every call makes another device of it. */
export async function enrolIn(
  room: WorkRoom,
  kind: 'centre' | 'personal',
  name: string,
): Promise<Result<void, EnrolProblem>> {
  // A device that cannot keep its name must not use one up.
  const opened = await room.gate.open();
  if (!opened.ok) return err({ type: 'store-down' });
  const answer = await postDevice(room.line, { kind, name });
  if (!answer.ok) return err(enrolProblemOf(answer.problem));
  const { deviceId, deviceCode, centre } = answer.value;
  try {
    await room.records.enrol({ kind, deviceId, deviceCode, ...(centre && { centre }) }, room.now());
    // At once: the line that is here now may be the last one for weeks.
    await keepTicket(room);
    return ok(undefined);
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

/**
 * Makes the server know a device again that it has forgotten: the cookie died with the power before the browser had
 * written it, or the server was restored to a day before the enrolment. A revoked device is not forgotten. The new
 * device carries the old one's code as its name. True when it is known again.
 */
export async function enrolAgain(room: WorkRoom, kind: 'centre' | 'personal'): Promise<boolean> {
  const device = await room.records.device().catch(() => null);
  if (device?.kind !== kind || !(await isForgotten(room))) return false;
  return (await enrolIn(room, kind, device.deviceCode)).ok;
}

async function isForgotten(room: WorkRoom): Promise<boolean> {
  const { body, headers } = await jsonBody({
    protocol: PROTOCOL,
    cursor: 0,
    catalogueVersion: 0,
    submissions: [],
  });
  const call = { method: 'POST', path: '/api/v1/sync', body, headers } as const;
  const answer = await callJson(room.line, call, syncResponseSchema);
  return (
    !answer.ok && answer.problem.type === 'problem' && answer.problem.problem?.code === 'unauthenticated'
  );
}

function enrolProblemOf(trouble: Trouble): EnrolProblem {
  const problem = remoteProblemOf(trouble);
  switch (problem.type) {
    case 'no-line':
    case 'session-needed':
    case 'rate-limited':
      return problem;
    case 'not-our-server':
      return { type: 'no-line' };
    case 'refused':
      return { type: problem.problem.code === 'forbidden' ? 'forbidden' : 'unavailable' };
    default:
      return { type: 'unavailable' };
  }
}
