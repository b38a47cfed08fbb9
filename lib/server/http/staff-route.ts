import type { StaffActor } from '../auth/actor';
import { readStaff } from '../auth/read-staff';
import { type ServerContext, serverContext } from '../server-context';
import { worksAtDesk } from '../services/desk-scope';
import type { Handler, RouteCall } from './define-route';
import { fail } from './fail';

export interface StaffCall extends RouteCall {
  readonly context: ServerContext;
  readonly actor: StaffActor;
}

/** A handler for signed-in people only: 401 for everybody else. */
export function forStaff(handle: (call: StaffCall) => Promise<Response>): Handler {
  return async (call) => {
    const context = await serverContext();
    const actor = await readStaff(context, call.request);
    return actor ? handle({ ...call, context, actor }) : fail({ type: 'unauthenticated' }, call.traceId);
  };
}

/** A handler for a department's desk: 403 for people who do not work there. What they may see is up to `deskScope`. */
export function forDesk(handle: (call: StaffCall) => Promise<Response>): Handler {
  return forStaff(async (call) =>
    worksAtDesk(call.actor) ? handle(call) : fail({ type: 'forbidden' }, call.traceId),
  );
}
