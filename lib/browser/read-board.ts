import { dhakaToday } from '../bangla/dhaka-date';
import type { DraftRow } from '../local/rows';
import { ordinaryBytesOf } from '../local/storage-gauge';
import { upcastDraftRow } from '../local/upcast-draft';
import { windowName } from './window-name';
import type { WorkRoom } from './work-room';

/**
 * Everything the board is made of, as it lies in the store now. Rejects when the store does. `unchanged`: drafts that were
 * read and not written since; their boxes weigh most of all, and a flush does not touch them.
 */
export async function readBoard(room: WorkRoom, unchanged?: readonly DraftRow[]) {
  const items = await room.outbox.all();
  return {
    drafts: unchanged ?? (await readDrafts(room)),
    items,
    ordinaryBytes: ordinaryBytesOf(items),
    window: windowName(),
    cases: await room.outbox.caseStates(),
    refusedFiles: await room.files.countRefused(),
    filePercents: await room.files.percentsUnderWay(),
    bytesToday: await room.records.bytesOf(dhakaToday(room.now())),
    person: await room.records.person(),
    device: await room.records.device(),
    position: await room.outbox.position(),
  };
}

async function readDrafts(room: WorkRoom): Promise<readonly DraftRow[]> {
  const raw = await room.gate.read((db) => db.drafts.toArray());
  return raw.map(upcastDraftRow).filter((row) => row !== null);
}
