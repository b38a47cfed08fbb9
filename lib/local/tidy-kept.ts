import type { CaseStatus } from '../contract/wire';
import { buryWithdrawn } from '../outbox/withdrawal';
import type { DatabaseGate } from './database-gate';
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
  return gate.write([db.drafts, db.files, db.fileParts, db.outbox, db.cases, db.records], async () => {
    const done: string[] = [];
    const mark = await readPosition(db);
    for (const row of await db.outbox.toArray()) {
      const item = upcastItem(row);
      const buried = item && buryWithdrawn(item, now);
      if (!item || !buried || buried === item) continue;
      await db.outbox.put(buried);
      done.push(item.id);
    }
    for (const raw of await db.drafts.toArray()) {
      const draft = upcastDraftRow(raw);
      if (draft?.state !== 'kept' || done.includes(draft.id)) continue;
      const item = await db.outbox.get(draft.id);
      const state = await db.cases.get(draft.id);
      if (item?.state !== 'received' || state === undefined || !FINAL.has(state.status)) continue;
      const age = now - Date.parse(state.at);
      const isSafe = item.released === true && state.epoch === mark.epoch && state.seq <= mark.backupSeq;
      if (age > WITHOUT_BACKUP || (age > AFTER_DECISION && isSafe))
        done.push(draft.id, ...(draft.movedFrom === undefined ? [] : [draft.movedFrom]));
    }
    const files = await db.files.where('submissionId').anyOf(done).primaryKeys();
    await db.drafts.bulkDelete(done);
    await db.files.bulkDelete(files);
    await db.fileParts.where('attachmentId').anyOf(files).delete();
    return done;
  });
}
