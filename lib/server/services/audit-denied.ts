import { appendAudit } from '../audit/append-audit';
import { whoIsStaff } from '../audit/who';
import type { StaffActor } from '../auth/actor';
import type { Connection } from '../db/client';
import { isUuid } from './is-uuid';

/** Writes down that a signed-in person was refused something, or asked for what is not his or not there (ASVS 16.3.2). */
export async function auditDenied(
  db: Connection,
  actor: StaffActor,
  { request, params }: { readonly request: Request; readonly params: Readonly<Record<string, string>> },
  status: 403 | 404,
): Promise<void> {
  const { id } = params;
  // Ids that can be none stay out: a path is typed by whoever likes to.
  const kind = new URL(request.url).pathname.split('/').find((part) => part === 'desk' || part === 'me');
  await appendAudit(db, actor.userId, [
    {
      ...whoIsStaff(actor),
      action: 'denied',
      outcome: 'refused',
      cases: isUuid(id) ? [id] : [],
      detail: { status, method: request.method, what: kind ?? null },
    },
  ]);
}
