import { eq, or } from 'drizzle-orm';
import type { AuditAction } from '../../contract/audit-actions';
import { appendAudit } from '../audit/append-audit';
import type { AuditWho } from '../audit/audit-entry';
import { whoIsStaff } from '../audit/who';
import { users } from '../db/schema/auth';
import { staff } from '../db/schema/staff';
import type { ServerContext } from '../server-context';
import { readDevice } from './read-device';
import { readStaff } from './read-staff';

const OF_A_SESSION: Readonly<Record<string, AuditAction>> = {
  '/sign-out': 'signed-out',
  '/change-password': 'password.changed',
  '/revoke-session': 'sessions.ended',
  '/revoke-other-sessions': 'sessions.ended',
};

/** Who asks for something that ends with the session he asks from; null where nothing of it is written down. */
export async function whoEnds(
  context: ServerContext,
  request: Request,
  path: string,
): Promise<{ readonly who: AuditWho; readonly action: AuditAction } | null> {
  const action = OF_A_SESSION[path];
  const actor = action && (await readStaff(context, request));
  return actor ? { action, who: whoIsStaff(actor) } : null;
}

/**
 * Writes down a sign-in that worked or was refused. A name that nobody has costs the same statements as one that somebody has, and the
 * name itself is not kept: people type their password there.
 */
export async function auditSignIn(
  context: ServerContext,
  request: Request,
  { name, isIn }: { readonly name: string; readonly isIn: boolean },
): Promise<void> {
  const [known] = await context.db
    .select({ id: users.id, role: staff.role })
    .from(users)
    .leftJoin(staff, eq(staff.userId, users.id))
    .where(or(eq(users.username, name), eq(users.email, name)))
    .limit(1);
  const device = await readDevice(context, request);
  const who = {
    person: known?.id ?? null,
    role: known?.role ?? 'nobody',
    deviceId: device?.deviceId ?? null,
  };
  await appendAudit(context.db, `sign-in:${name}`, [
    isIn ? { ...who, action: 'signed-in' } : { ...who, action: 'sign-in.refused', outcome: 'refused' },
  ]);
}
