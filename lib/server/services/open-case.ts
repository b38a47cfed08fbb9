import { and, asc, eq } from 'drizzle-orm';
import type { DeskCase } from '../../contract/wire';
import { assert } from '../../shared/assert';
import { appendAudit } from '../audit/append-audit';
import { whoIsStaff } from '../audit/who';
import type { StaffActor } from '../auth/actor';
import type { Connection } from '../db/client';
import { attachments } from '../db/schema/attachments';
import { users } from '../db/schema/auth';
import { services } from '../db/schema/catalogue';
import { centres } from '../db/schema/centres';
import { submissionEvents } from '../db/schema/submission-events';
import { submissions } from '../db/schema/submissions';
import { CASES, type ReachByRole } from '../policy/reach';
import type { CaseRow } from './case-row';
import { summaryOfRow } from './case-row';
import { caseScope } from './desk-scope';

/** The row of a case this person may see; undefined for any other, whether it exists or not. */
export async function findCase(
  db: Connection,
  actor: StaffActor,
  id: string,
  reach: ReachByRole = CASES,
): Promise<CaseRow | undefined> {
  const [row] = await db
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, id), caseScope(actor, reach)));
  return row;
}

/** A whole case, readable. Undefined for what is not this person's. That it was read stands in the audit trail before it is shown (ASVS 16.3.2). */
export async function openCase(db: Connection, actor: StaffActor, id: string): Promise<DeskCase | undefined> {
  const row = await findCase(db, actor, id);
  if (!row) return undefined;
  const [centre] = await db.select().from(centres).where(eq(centres.streamId, row.streamId));
  const [published] = await db
    .select()
    .from(services)
    .where(and(eq(services.id, row.serviceId), eq(services.version, row.serviceVersion)));
  assert(published, 'a case belongs to a published version');
  await appendAudit(db, actor.userId, [{ ...whoIsStaff(actor), action: 'case.read', cases: [row.id] }]);
  const { answers, consent, fee, author } = row.content;
  return {
    ...summaryOfRow(row, centre ? { bn: centre.nameBn, en: centre.nameEn } : null),
    serviceVersion: row.serviceVersion,
    definition: published.definition,
    optionSets: published.optionSets,
    answers,
    consent,
    fee,
    author,
    queuedAt: row.claimedAt.toISOString(),
    ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
    attachments: await readAttachments(db, row),
    history: await readHistory(db, row),
  };
}

async function readAttachments(db: Connection, row: CaseRow): Promise<DeskCase['attachments']> {
  const found = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.streamId, row.streamId), eq(attachments.submissionId, row.id)))
    .orderBy(asc(attachments.slot), asc(attachments.id));
  return found.map(({ id, slot, mediaType, storedMediaType, bytes, storedBytes, state }) => ({
    id,
    slot,
    mediaType: storedMediaType ?? mediaType,
    bytes: storedBytes ?? bytes,
    state,
  }));
}

async function readHistory(db: Connection, row: CaseRow): Promise<DeskCase['history']> {
  const found = await db
    .select({ event: submissionEvents, by: users.name })
    .from(submissionEvents)
    .leftJoin(users, eq(users.id, submissionEvents.byUserId))
    .where(
      and(
        eq(submissionEvents.streamId, row.streamId),
        eq(submissionEvents.submissionId, row.id),
        eq(submissionEvents.kind, 'status'),
      ),
    )
    .orderBy(asc(submissionEvents.seq));
  return found.map(({ event, by }) => ({
    status: event.status,
    at: event.at.toISOString(),
    ...(event.note === null ? {} : { note: event.note }),
    ...(by === null ? {} : { by }),
  }));
}
