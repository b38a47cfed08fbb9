import type { SQL } from 'drizzle-orm';
import { and, inArray, sql } from 'drizzle-orm';
import type { StaffActor } from '../auth/actor';
import { submissions } from '../db/schema/submissions';
import { CASES, type ReachByRole } from '../policy/reach';

/** The cases a person may see, as a condition every desk query carries. */
export const deskScope = (actor: StaffActor): SQL => caseScope(actor, CASES);

/** The cases that are within a person's reach: none for a role that is not in the table. */
export function caseScope(actor: StaffActor, reach: ReachByRole): SQL {
  switch (reach[actor.role]) {
    case 'every':
      return sql`true`;
    case 'agency-and-place': {
      if (actor.agencies.length === 0) return sql`false`;
      const ofAgency = inArray(submissions.agencyId, [...actor.agencies]);
      return hasPlaces(actor) ? sql`${and(ofAgency, inPlaces(actor))}` : ofAgency;
    }
    case 'place':
      return hasPlaces(actor) ? inPlaces(actor) : sql`false`;
    default:
      return sql`false`;
  }
}

const hasPlaces = ({ upazilas, districts }: StaffActor): boolean => upazilas.length + districts.length > 0;

/** Filed at a centre there. Where a phone was when its owner filed is not known, so it is in no place. */
const inPlaces = ({ upazilas, districts }: StaffActor): SQL => sql`EXISTS (
  SELECT 1 FROM centres WHERE centres.stream_id = ${submissions.streamId}
    AND (centres.upazila_id = ANY(${sql.param([...upazilas])}::text[]) OR centres.district_id = ANY(${sql.param([...districts])}::text[])))`;
