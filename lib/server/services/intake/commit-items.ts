import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SyncReceipt } from '../../../contract/wire';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import { insertRows } from '../../db/insert-rows';
import { isAnyOf } from '../../db/is-any-of';
import { runTransaction } from '../../db/run-transaction';
import { attachments } from '../../db/schema/attachments';
import { submissions } from '../../db/schema/submissions';
import type { ServerContext } from '../../server-context';
import type { NewEvent } from '../append-events';
import { appendEvents, lockStream } from '../append-events';
import { auditIntake } from './audit-intake';
import { knownReceipts } from './known-receipts';
import type { OpenedItem } from './open-item';
import { keepRefused } from './quarantine-items';
import { submissionRow } from './submission-row';
import type { Superseded } from './supersede';
import { decideSupersedes } from './supersede';

/**
 * Writes opened items in ONE transaction and resolves with a receipt for each id: accepted, duplicate or refused.
 * Receipts are signed before the commit, because they are stored with their row, and leave this function only after
 * it. The number of queries does not depend on the number of items.
 */
export async function commitItems(
  context: ServerContext,
  device: DeviceActor,
  items: readonly OpenedItem[],
  epoch: string,
): Promise<ReadonlyMap<string, SyncReceipt>> {
  if (items.length === 0) return new Map();
  return runTransaction(context.db, async (tx) => {
    const lastSeq = await lockStream(tx, device.streamId);
    const answers = new Map(await knownReceipts(tx, items));
    const fresh = items.filter((item) => !answers.has(item.submission.id));
    const verdict = await decideSupersedes(tx, device.streamId, fresh);
    for (const [id, problem] of verdict.refused) answers.set(id, { id, outcome: 'refused', problem });
    const taken = await takenCodes(tx, fresh);
    const seen = new Set<string>();
    const accepted = fresh.filter(({ submission: { id, trackingCode } }) => {
      if (answers.has(id)) return false;
      if ((taken.get(trackingCode) ?? id) !== id || seen.has(trackingCode)) {
        answers.set(id, { id, outcome: 'refused', problem: { code: 'tracking-code-invalid' } });
        return false;
      }
      seen.add(trackingCode);
      return true;
    });
    const going = await write(tx, {
      context,
      device,
      epoch,
      lastSeq,
      accepted,
      superseded: verdict.superseded,
      answers,
    });
    const refused = await keepRefused(tx, device, context.now(), refusedItems(items, answers));
    const superseded = going.map(({ id }) => id);
    await auditIntake(tx, { device, lastSeq, accepted, superseded, refused });
    return answers;
  });
}

function refusedItems(items: readonly OpenedItem[], answers: ReadonlyMap<string, SyncReceipt>) {
  return items.flatMap(({ submission }) => {
    const problem = answers.get(submission.id)?.problem;
    return problem ? [{ item: submission as unknown, submissionId: submission.id, problem }] : [];
  });
}

/** Which submission has a tracking code already, in this stream or any other. */
async function takenCodes(
  tx: Connection,
  items: readonly OpenedItem[],
): Promise<ReadonlyMap<string, string>> {
  if (items.length === 0) return new Map();
  const codes = items.map((item) => item.submission.trackingCode);
  const rows = await tx
    .select({ id: submissions.id, code: submissions.trackingCode })
    .from(submissions)
    .where(isAnyOf(submissions.trackingCode, codes));
  return new Map(rows.map(({ id, code }) => [code, id]));
}

interface Writing {
  readonly context: ServerContext;
  readonly device: DeviceActor;
  readonly epoch: string;
  readonly lastSeq: number;
  readonly accepted: readonly OpenedItem[];
  readonly superseded: readonly Superseded[];
  readonly answers: Map<string, SyncReceipt>;
}

/** Resolves with what was superseded. */
async function write(
  tx: Connection,
  { context, device, epoch, lastSeq, accepted, superseded, answers }: Writing,
): Promise<readonly Superseded[]> {
  if (accepted.length === 0) return [];
  const at = new Date(context.now());
  const rows = await Promise.all(
    accepted.map(async (item, index) => {
      const { id } = item.submission;
      const seq = lastSeq + 1 + index;
      const claims = { id, sha256: item.hash, seq, epoch, at: at.toISOString() };
      const receipt = await context.keys.sign(claims);
      answers.set(id, { id, outcome: 'accepted', receipt });
      return submissionRow(item, { device, seq, receipt, at, keys: context.keys });
    }),
  );
  // A row another stream wrote in this very moment raises 23505: the caller does the whole thing again and finds it.
  // In the order of ids everywhere, so that two streams that bring the same items do not wait for each other in a ring.
  await insertRows(
    tx,
    submissions,
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
  const files = accepted.flatMap(({ submission }) =>
    submission.attachments.map((file) => ({
      ...file,
      streamId: device.streamId,
      submissionId: submission.id,
    })),
  );
  await insertRows(tx, attachments, files);
  const isAccepted = (id: string) => answers.get(id)?.outcome === 'accepted';
  const going = superseded.filter(({ id, by, isStored }) => isAccepted(by) && (isStored || isAccepted(id)));
  if (going.length > 0) await markSuperseded(tx, device.streamId, going, at);
  await appendEvents(tx, device.streamId, lastSeq, [
    ...rows.map(receivedEvent),
    ...going.map((old) => supersededEvent(old, at)),
  ]);
  return going;
}

async function markSuperseded(
  tx: Connection,
  streamId: string,
  going: readonly Superseded[],
  at: Date,
): Promise<void> {
  const by = sql.join(
    going.map((old) => sql`WHEN ${old.id}::uuid THEN ${old.by}::uuid`),
    sql` `,
  );
  await tx
    .update(submissions)
    .set({
      status: 'superseded',
      statusNote: null,
      statusAt: at,
      version: sql`${submissions.version} + 1`,
      supersededBy: sql`CASE ${submissions.id} ${by} END`,
    })
    .where(
      and(
        eq(submissions.streamId, streamId),
        inArray(
          submissions.id,
          going.map((old) => old.id),
        ),
      ),
    );
}

const receivedEvent = (row: typeof submissions.$inferInsert): NewEvent => ({
  submissionId: row.id,
  kind: 'status',
  status: 'received',
  note: null,
  statusAt: row.statusAt,
  filesHave: 0,
  filesOf: row.filesOf,
  at: row.receivedAt,
});

const supersededEvent = (old: Superseded, at: Date): NewEvent => ({
  submissionId: old.id,
  kind: 'status',
  status: 'superseded',
  note: null,
  statusAt: at,
  filesHave: old.filesHave,
  filesOf: old.filesOf,
  at,
});
