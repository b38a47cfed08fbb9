import type { StaffActor } from '../auth/actor';
import { readStaff } from '../auth/read-staff';
import { type ServerContext, serverContext } from '../server-context';
import { auditDenied } from '../services/audit-denied';
import type { Handler, RouteCall } from './define-route';
import { fail } from './fail';

export interface StaffCall extends RouteCall {
  readonly context: ServerContext;
  readonly actor: StaffActor;
}

/**
 * A handler for signed-in people whose role the policy table names: 401 for strangers, 403 for other roles. What of it they may see is up to
 * the query (`services/desk-scope.ts`). A person who is refused, or asks for what is not his, leaves a row in the audit trail.
 */
export function forStaff(handle: (call: StaffCall) => Promise<Response>): Handler {
  return async (call) => {
    const context = await serverContext();
    const actor = await readStaff(context, call.request);
    if (!actor) return fail({ type: 'unauthenticated' }, call.traceId);
    const { rule } = call;
    const mayTry = rule.by === 'session' && rule.reach[actor.role] !== undefined;
    const answer = mayTry
      ? await handle({ ...call, context, actor })
      : fail({ type: 'forbidden' }, call.traceId);
    if (answer.status === 403 || answer.status === 404)
      await auditDenied(context.db, actor, call, answer.status);
    return answer;
  };
}
