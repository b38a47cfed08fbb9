import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import { appendAudit } from '../audit/append-audit';
import { SYSTEM } from '../audit/audit-entry';
import type { StaffRole } from '../policy/roles';
import type { Database } from './client';
import { runTransaction } from './run-transaction';
import { accounts, users } from './schema/auth';
import { staff } from './schema/staff';

export interface NewPerson {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly centreId?: string;
  readonly agencies?: readonly string[];
  readonly upazilas?: readonly string[];
  readonly districts?: readonly string[];
}

/** Makes an account with a password and its rights. A user name that exists stays as it is. Resolves with the user's id. */
export async function addPerson(db: Database, person: NewPerson): Promise<string> {
  const username = person.username.toLowerCase();
  const password = await hashPassword(person.password);
  return runTransaction(db, async (tx) => {
    const [existing] = await tx.select({ id: users.id }).from(users).where(eq(users.username, username));
    if (existing) return existing.id;
    const id = randomUUID();
    const email = `${username}@staff.invalid`;
    await tx
      .insert(users)
      .values({ id, name: person.name, email, username, displayUsername: person.username });
    await tx
      .insert(accounts)
      .values({ id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password });
    await tx.insert(staff).values({
      userId: id,
      role: person.role,
      centreId: person.centreId ?? null,
      agencies: [...(person.agencies ?? [])],
      upazilas: [...(person.upazilas ?? [])],
      districts: [...(person.districts ?? [])],
    });
    await appendAudit(tx, id, [{ ...SYSTEM, action: 'person.added', detail: { id, role: person.role } }]);
    return id;
  });
}
