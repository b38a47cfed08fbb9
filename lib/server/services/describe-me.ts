import type { Me } from '../../contract/wire';
import type { StaffActor } from '../auth/actor';
import type { Connection } from '../db/client';
import { readCentre } from './centre-row';

/** The signed-in person as the app shows and remembers him. */
export async function describeMe(db: Connection, actor: StaffActor): Promise<Me> {
  const centre = await readCentre(db, actor.centreId);
  return {
    userId: actor.userId,
    name: actor.name,
    role: actor.role,
    ...(centre ? { centre } : {}),
    ...(actor.role === 'officer' ? { agencies: actor.agencies } : {}),
  };
}
