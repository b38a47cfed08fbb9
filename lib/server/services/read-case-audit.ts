import { eq, sql } from 'drizzle-orm';
import type { AuditAction } from '../../contract/audit-actions';
import type { CaseAudit } from '../../contract/wire';
import { appendAudit } from '../audit/append-audit';
import { whoIsStaff } from '../audit/who';
import type { StaffActor } from '../auth/actor';
import type { Connection } from '../db/client';
import { audit } from '../db/schema/audit';
import { users } from '../db/schema/auth';
import { devices } from '../db/schema/devices';
import { submissionEvents } from '../db/schema/submission-events';
import { CASE_AUDITS } from '../policy/reach';
import { findCase } from './open-case';

const MOST = 1000;

/**
 * Who made, changed and looked at a case this person may see, newest first, at most a thousand; undefined for any other. That
 * he looked stands in the trail as well, before he is shown it.
 */
export async function readCaseAudit(
  db: Connection,
  actor: StaffActor,
  id: string,
): Promise<CaseAudit | undefined> {
  const found = await findCase(db, actor, id, CASE_AUDITS);
  if (!found) return undefined;
  await appendAudit(db, actor.userId, [{ ...whoIsStaff(actor), action: 'case.audit-read', cases: [id] }]);
  // What changed it is found by the numbers of its stream, what only looked by the index of looks (0003_audit.sql).
  const rows = await db
    .select({ row: audit, name: users.name, code: devices.code })
    .from(audit)
    .leftJoin(users, eq(users.id, audit.person))
    .leftJoin(devices, eq(devices.id, audit.deviceId))
    .where(
      sql`(${audit.chain}, ${audit.seq}) IN (
        SELECT chain, seq FROM audit WHERE first_seq IS NULL AND cases @> ARRAY[${id}::uuid]
        UNION
        SELECT found.chain, found.seq FROM ${submissionEvents} event
        CROSS JOIN LATERAL (
          SELECT chain, seq, first_seq FROM audit
          WHERE stream_id = event.stream_id AND last_seq >= event.seq
          ORDER BY last_seq LIMIT 1
        ) found
        WHERE event.stream_id = ${found.streamId} AND event.submission_id = ${id}::uuid AND found.first_seq <= event.seq
      )`,
    )
    .orderBy(sql`${audit.at} DESC`, sql`${audit.seq} DESC`)
    .limit(MOST);
  return {
    entries: rows.map(({ row, name, code }) => {
      const claimedAt = row.claimedAt?.[row.cases?.indexOf(id) ?? -1];
      return {
        at: row.at.toISOString(),
        ...(claimedAt ? { claimedAt: claimedAt.toISOString() } : {}),
        action: row.action as AuditAction,
        outcome: row.outcome,
        role: row.role,
        ...(name === null ? {} : { person: name }),
        ...(code === null ? {} : { deviceCode: code }),
      };
    }),
  };
}
