import { and, eq, isNull } from 'drizzle-orm';
import { staff } from '../db/schema/staff';
import type { ServerContext } from '../server-context';
import type { StaffActor } from './actor';
import { readDevice } from './read-device';

/** The person behind the session cookie; null when there is none, it ended, or the person was disabled. */
export async function readStaff(context: ServerContext, request: Request): Promise<StaffActor | null> {
  if (!request.headers.get('cookie')) return null;
  const session = await context.auth.api.getSession({ headers: request.headers });
  if (!session) return null;
  const [row] = await context.db
    .select()
    .from(staff)
    .where(and(eq(staff.userId, session.user.id), isNull(staff.disabledAt)));
  if (!row) return null;
  return {
    kind: 'staff',
    userId: row.userId,
    name: session.user.name,
    role: row.role,
    centreId: row.centreId,
    agencies: row.agencies,
    upazilas: row.upazilas,
    districts: row.districts,
    deviceId: (await readDevice(context, request))?.deviceId ?? null,
  };
}
