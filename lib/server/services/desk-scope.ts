import type { SQL } from 'drizzle-orm';
import { inArray, sql } from 'drizzle-orm';
import type { StaffActor } from '../auth/actor';
import { submissions } from '../db/schema/submissions';

/** Whether this person works at a department's desk at all. */
export const worksAtDesk = (actor: StaffActor): boolean =>
  actor.role === 'officer' || actor.role === 'administrator';

/** The cases a person may see, as a condition every desk query carries. Nobody else than these two sees any. */
export function deskScope(actor: StaffActor): SQL {
  if (actor.role === 'administrator') return sql`true`;
  if (actor.role === 'officer' && actor.agencies.length > 0)
    return inArray(submissions.agencyId, [...actor.agencies]);
  return sql`false`;
}
