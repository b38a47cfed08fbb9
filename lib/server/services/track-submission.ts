import { and, asc, eq, inArray } from 'drizzle-orm';
import { parseTrackingCode } from '../../contract/tracking-code';
import type { TrackResponse } from '../../contract/wire';
import type { Connection } from '../db/client';
import { submissionEvents } from '../db/schema/submission-events';
import { submissions } from '../db/schema/submissions';
import type { CaseRow } from './case-row';

export interface Tracked {
  readonly response: TrackResponse;
  /** Null when nothing is told. */
  readonly caseId: string | null;
}

const UNKNOWN: Tracked = { response: { status: 'unknown', steps: [] }, caseId: null };
const LONGEST_CHAIN = 20;

/**
 * Where an application stands, for whoever holds its slip. An unknown code and a wrong check get the same answer.
 * Corrections are followed to the newest. `isCheck` compares the six digits without leaking time.
 */
export async function trackSubmission(
  db: Connection,
  code: string,
  isCheck: (trackingCode: string, hmac: string) => boolean,
): Promise<Tracked> {
  const parsed = parseTrackingCode(code);
  if (!parsed.ok) return UNKNOWN;
  const [found] = await db.select().from(submissions).where(eq(submissions.trackingCode, parsed.value.code));
  // Compared also when nothing was found, so that both ways take as long.
  const matches = isCheck(parsed.value.code, found?.checkHmac ?? '');
  if (!found || !matches) return UNKNOWN;
  const chain = await followCorrections(db, found);
  const newest = chain.at(-1) ?? found;
  const response = {
    status: newest.status,
    serviceId: newest.serviceId,
    steps: await readSteps(db, chain),
    files: { have: newest.filesHave, of: newest.filesOf },
  };
  return { response, caseId: found.id };
}

async function followCorrections(db: Connection, first: CaseRow): Promise<readonly CaseRow[]> {
  const chain = [first];
  for (let next = first.supersededBy; next !== null && chain.length < LONGEST_CHAIN; ) {
    const [row] = await db
      .select()
      .from(submissions)
      .where(and(eq(submissions.streamId, first.streamId), eq(submissions.id, next)));
    if (!row) break;
    chain.push(row);
    next = row.supersededBy;
  }
  return chain;
}

async function readSteps(db: Connection, chain: readonly CaseRow[]): Promise<TrackResponse['steps']> {
  const ids = chain.map((row) => row.id);
  const rows = await db
    .select()
    .from(submissionEvents)
    .where(
      and(
        eq(submissionEvents.streamId, chain[0]?.streamId ?? ''),
        inArray(submissionEvents.submissionId, ids),
        eq(submissionEvents.kind, 'status'),
      ),
    )
    .orderBy(asc(submissionEvents.seq));
  // The whole way of the old one first: what took its place begins where it ends.
  const inOrder = ids.flatMap((id) => rows.filter((row) => row.submissionId === id));
  return inOrder.map((row) => ({
    status: row.status,
    at: row.at.toISOString(),
    ...(row.note === null ? {} : { note: row.note }),
  }));
}
