import { ownerOf } from '../local/record-store';
import type { OutboxItem } from '../outbox/item';
import { wasEverSent } from '../outbox/was-sent';
import { err, ok, type Result } from '../shared/result';
import type { CreatedDraft, MendProblem } from './api';
import { copyFiles } from './copy-files';
import { formForMending } from './form-for-mending';
import { mendedBy } from './mended-by';
import { openRoom } from './open-room';
import { saveProblemOf } from './save-problem';
import type { WorkRoom } from './work-room';

/** A new draft with the answers and files of a refused or returned application, which it supersedes. */
export async function mendApplication(id: string): Promise<Result<CreatedDraft, MendProblem>> {
  return mendIn(await openRoom(), id);
}

/** The same in a given room. Asked twice, it finds the draft of the first time. */
export async function mendIn(room: WorkRoom, id: string): Promise<Result<CreatedDraft, MendProblem>> {
  try {
    const row = await room.drafts.row(id);
    if (row?.state !== 'kept' || row.owner !== ownerOf(await room.records.person()))
      return err({ type: 'missing' });
    const begun = (await room.drafts.rowsOf(row.owner)).find((one) => mendedBy(one) === id);
    if (begun?.state === 'open') return ok({ id: begun.id });
    const content = await room.drafts.open(row);
    const pinned = await room.drafts.pinned(row.serviceId, row.serviceVersion);
    if (content === null || pinned === null) return err({ type: 'damaged' });
    const newId = room.newId();
    const copy = await copyFiles(room, { from: id, to: newId, content });
    if (copy === null) return err({ type: 'damaged' });
    const { owner } = row;
    const item = await room.outbox.get(id);
    const { answers, definition, optionSets } = await formForMending(
      room,
      pinned,
      copy.content.answers,
      item,
    );
    const link = isUnknownThere(item) ? { mends: id } : { supersedes: id };
    const filled = { files: copy.files, content: { ...copy.content, answers } };
    await room.drafts.create({ id: newId, owner, definition, optionSets, ...link, ...filled }, room.now());
    return ok({ id: newId });
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

/** The server cannot connect the second with the first, because it never had it: it said so, or the first was found spoilt before it went. */
function isUnknownThere(item: OutboxItem | undefined): boolean {
  if (item?.state !== 'needs-attention') return false;
  const { code } = item.problem;
  return code === 'supersedes-unknown' || (code === 'damaged' && !wasEverSent(item));
}
