import type { CaseStatus } from '../contract/wire';
import type { CaseState, OutboxItem } from '../outbox/item';
import { buryWithdrawn } from '../outbox/withdrawal';
import type { DatabaseGate } from './database-gate';
import { readInSlices } from './read-in-slices';
import { readPosition } from './read-position';
import { upcastDraftRow } from './upcast-draft';
import { upcastItem } from './upcast-item';
import type { WorkDatabase } from './work-database';

const DAY = 24 * 60 * 60 * 1000;
/** After a final decision the readable copy stays this long, so that the slip can be printed again. */
const AFTER_DECISION = 7 * DAY;
/** A server that never says what its backup holds. */
const WITHOUT_BACKUP = 30 * DAY;
const FINAL: ReadonlySet<CaseStatus> = new Set<CaseStatus>(['accepted', 'rejected', 'superseded']);

/**
 * Removes the readable copies and files of applications that were decided long enough ago and that the server's backup
 * holds, to the last file and the decision (a backup that holds the text alone is not enough), and of those that were
 * withdrawn longer ago than a withdrawal can be undone (OB-33). Item, receipt and case state
 * stay. What is open, waiting or returned is never touched.
 */
export async function tidyKept(gate: DatabaseGate<WorkDatabase>, now: number): Promise<readonly string[]> {
  const { db } = gate;
  // Looked at without the right to write: after most flushes there is nothing to do, and a person may be typing.
  const found = await gate.read(() =>
    db.transaction('r', [db.outbox, db.cases, db.drafts], () => candidates(db, now)),
  );
  if (found.withdrawn.length + found.decided.length === 0) return [];
  return gate.write([db.drafts, db.files, db.fileParts, db.outbox, db.cases, db.records], async () => {
    const done: string[] = [];
    for (const row of await db.outbox.bulkGet([...found.withdrawn])) {
      const buried = buriedOf(row, now);
      if (buried === null) continue;
      await db.outbox.put(buried);
      done.push(buried.id);
    }
    const mark = await readPosition(db);
    for (const id of found.decided) {
      const draft = upcastDraftRow(await db.drafts.get(id));
      if (draft?.state !== 'kept' || done.includes(id)) continue;
      const item = await db.outbox.get(id);
      const state = await db.cases.get(id);
      if (item?.state !== 'received' || state === undefined || !isOldEnough(state, now)) continue;
      const isSafe = item.released === true && state.epoch === mark.epoch && state.seq <= mark.backupSeq;
      if (isSafe || ageOf(state, now) > WITHOUT_BACKUP)
        done.push(id, ...(draft.movedFrom === undefined ? [] : [draft.movedFrom]));
    }
    const files = await db.files.where('submissionId').anyOf(done).primaryKeys();
    await db.drafts.bulkDelete(done);
    await db.files.bulkDelete(files);
    await db.fileParts.where('attachmentId').anyOf(files).delete();
    return done;
  });
}

/** Ids of what may have to go. The rows themselves are looked at again by whoever writes. */
async function candidates(db: WorkDatabase, now: number) {
  const items = await readInSlices(db.outbox, ({ id }) => id);
  const cases = await readInSlices(db.cases, ({ submissionId }) => submissionId);
  const decided = cases.filter((state) => isOldEnough(state, now)).map(({ submissionId }) => submissionId);
  return {
    withdrawn: items.filter((row) => buriedOf(row, now) !== null).map(({ id }) => id),
    // A decided case stays for ever; its copy is gone after the first time.
    decided: await db.drafts.where('id').anyOf(decided).primaryKeys(),
  };
}

/** What is left of an item that was withdrawn long ago; null for every other row. */
function buriedOf(row: unknown, now: number): OutboxItem | null {
  const item = upcastItem(row);
  const buried = item && buryWithdrawn(item, now);
  return buried === item ? null : buried;
}

const ageOf = ({ at }: CaseState, now: number): number => now - Date.parse(at);

const isOldEnough = (state: CaseState, now: number): boolean =>
  FINAL.has(state.status) && ageOf(state, now) > AFTER_DECISION;
