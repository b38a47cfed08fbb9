import type { Me } from '../../contract/wire';
import type { StaffActor } from '../auth/actor';
import type { Connection } from '../db/client';
import type { StaffRole } from '../policy/roles';
import { readCentre } from './centre-row';

/** An owner works at the counter as his operators do. */
const ROLE_IN_THE_APP: Readonly<Partial<Record<StaffRole, Me['role']>>> = {
  operator: 'operator',
  'centre-owner': 'operator',
  officer: 'officer',
  administrator: 'administrator',
};

/** The signed-in person as the app shows and remembers him; null for a role that has nothing in the app yet. */
export async function describeMe(db: Connection, actor: StaffActor): Promise<Me | null> {
  const role = ROLE_IN_THE_APP[actor.role];
  if (role === undefined) return null;
  const centre = await readCentre(db, actor.centreId);
  return {
    userId: actor.userId,
    name: actor.name,
    role,
    ...(centre ? { centre } : {}),
    ...(actor.role === 'officer' ? { agencies: actor.agencies } : {}),
  };
}
