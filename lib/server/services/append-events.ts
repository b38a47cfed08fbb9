import { eq, sql } from 'drizzle-orm';
import type { CaseStatus } from '../../contract/wire';
import { assert } from '../../shared/assert';
import type { Connection } from '../db/client';
import { insertRows } from '../db/insert-rows';
import { streams } from '../db/schema/streams';
import { submissionEvents } from '../db/schema/submission-events';

export interface NewEvent {
  readonly submissionId: string;
  readonly kind: 'status' | 'files';
  readonly status: CaseStatus;
  readonly note: string | null;
  readonly statusAt: Date;
  readonly filesHave: number;
  readonly filesOf: number;
  readonly byUserId?: string;
  readonly at: Date;
}

/** Takes the stream for this transaction and resolves with its last number. Whoever else writes to it waits. */
export async function lockStream(tx: Connection, streamId: string): Promise<number> {
  const [row] = await tx
    .select({ lastSeq: streams.lastSeq })
    .from(streams)
    .where(eq(streams.id, streamId))
    .for('update');
  assert(row, 'a device or a case has a stream');
  return row.lastSeq;
}

/**
 * Writes events under the numbers after `lastSeq` of a locked stream. The lock is held until the commit, so numbers
 * become visible in order and a reader's cursor never passes one that is still to come. Resolves with the new last number.
 */
export async function appendEvents(
  tx: Connection,
  streamId: string,
  lastSeq: number,
  events: readonly NewEvent[],
): Promise<number> {
  if (events.length === 0) return lastSeq;
  const rows = events.map((event, index) => ({ ...event, streamId, seq: lastSeq + 1 + index }));
  await insertRows(tx, submissionEvents, rows);
  const newest = lastSeq + events.length;
  await tx
    .update(streams)
    .set({ lastSeq: sql`${newest}` })
    .where(eq(streams.id, streamId));
  return newest;
}
