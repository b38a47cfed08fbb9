import { addCentre } from './add-centre';
import { addPerson, type NewPerson } from './add-person';
import { database } from './client';
import { DEMO_CENTRE, DEMO_PEOPLE } from './demo-people';

export type DemoAccount = Pick<NewPerson, 'role' | 'username' | 'password' | 'name'>;

/**
 * A centre and people to try the app with, by passwords everybody can read. Only for the embedded database or where
 * somebody asked for it with SETU_DEMO=1. Doing it again changes nothing.
 */
export async function seedDemo(): Promise<readonly DemoAccount[]> {
  const db = database();
  await addCentre(db, DEMO_CENTRE);
  for (const person of DEMO_PEOPLE) await addPerson(db, person);
  return DEMO_PEOPLE.map(({ role, username, password, name }) => ({ role, username, password, name }));
}
