import { dhakaToday } from '../bangla/dhaka-date';
import { ordinaryBytesOf } from '../local/storage-gauge';
import { upcastDraftRow } from '../local/upcast-draft';
import { windowName } from './window-name';
import type { WorkRoom } from './work-room';

/** Everything the board is made of, as it lies in the store now. Rejects when the store does. */
export async function readBoard(room: WorkRoom) {
  const items = await room.outbox.all();
  const raw = await room.gate.read((db) => db.drafts.toArray());
  return {
    drafts: raw.map(upcastDraftRow).filter((row) => row !== null),
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
