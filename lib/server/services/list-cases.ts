import { and, asc, eq, sql } from 'drizzle-orm';
import type { CaseStatus, DeskCaseList } from '../../contract/wire';
import { appendAudit } from '../audit/append-audit';
import { whoIsStaff } from '../audit/who';
import type { StaffActor } from '../auth/actor';
import type { Connection } from '../db/client';
import { centres } from '../db/schema/centres';
import { submissions } from '../db/schema/submissions';
import type { CasePosition } from './case-position';
import { formatCasePosition } from './case-position';
import { summaryOfRow } from './case-row';
import { deskScope } from './desk-scope';

export interface CaseQuery {
  readonly status: CaseStatus | null;
  readonly serviceId: string | null;
  /** The one case of this tracking code, in the form that travels. */
  readonly code: string | null;
  readonly after: CasePosition | null;
}

const PAGE = 50;

/** One page of a desk's cases, oldest first: who waits longest is on top. That it was read stands in the audit trail before it is shown. */
export async function listCases(db: Connection, actor: StaffActor, query: CaseQuery): Promise<DeskCaseList> {
  const rows = await db
    .select({ case: submissions, centreBn: centres.nameBn, centreEn: centres.nameEn })
    .from(submissions)
    .leftJoin(centres, eq(centres.streamId, submissions.streamId))
    .where(
      and(
        deskScope(actor),
        query.status === null ? undefined : eq(submissions.status, query.status),
        query.serviceId === null ? undefined : eq(submissions.serviceId, query.serviceId),
        query.code === null ? undefined : eq(submissions.trackingCode, query.code),
        query.after === null
          ? undefined
          : sql`(${submissions.receivedAt}, ${submissions.id}) > (${query.after.receivedAt}::timestamptz, ${query.after.id}::uuid)`,
      ),
    )
    .orderBy(asc(submissions.receivedAt), asc(submissions.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  if (page.length > 0)
    await appendAudit(db, actor.userId, [
      { ...whoIsStaff(actor), action: 'cases.listed', cases: page.map((row) => row.case.id) },
    ]);
  const last = rows.length > PAGE ? page.at(-1)?.case : undefined;
  return {
    cases: page.map((row) =>
      summaryOfRow(
        row.case,
        row.centreBn === null || row.centreEn === null ? null : { bn: row.centreBn, en: row.centreEn },
      ),
    ),
    ...(last ? { next: formatCasePosition({ receivedAt: last.receivedAt.toISOString(), id: last.id }) } : {}),
  };
}
