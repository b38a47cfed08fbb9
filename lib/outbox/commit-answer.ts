import type { SyncResponse } from '../contract/wire';
import { caseFromChange } from './case-state';
import type { OutboxItem } from './item';
import type { SyncPosition } from './ports';
import { changed, type Flush } from './take-items';
import { type OutboxEvent, transition } from './transition';
import type { VerifiedAnswer } from './verify-answer';

/**
 * Writes everything an answer says in one transaction: receipts, changes, where we stand (OB-18). An answer that is
 * not believed moves only the items it was about. True when there is more to fetch at once.
 */
export async function commitAnswer(
  flush: Flush,
  answer: SyncResponse,
  { events, believed }: VerifiedAnswer,
): Promise<boolean> {
  const now = flush.clock();
  const before = await flush.store.position();
  const apply = (item: OutboxItem, event: OutboxEvent | undefined) =>
    event ? transition(item, event, now) : item;
  if (!believed) {
    const items = (item: OutboxItem) => changed(item, apply(item, events.get(item.id)));
    await flush.store.commitSync({ ids: [...events.keys()], items, cases: [], position: before });
    return false;
  }
  const epochChanged = isOtherEpoch(before, answer);
  const further = furtherEvents(answer, epochChanged);
  const concerned = await idsConcerned(flush, answer, epochChanged);
  await flush.store.commitSync({
    ids: [...new Set([...events.keys(), ...concerned])],
    items: (item) => {
      const own = events.get(item.id);
      return changed(item, further(item.id, own).reduce(apply, apply(item, own)));
    },
    cases: answer.changes.map((change) => caseFromChange(change, answer.epoch)),
    position: positionAfter(answer, now, epochChanged),
  });
  return epochChanged || answer.more === true;
}

const isOtherEpoch = (before: SyncPosition, { epoch }: SyncResponse) =>
  before.epoch !== null && before.epoch !== epoch;

/** Items that the rest of an answer can change. */
async function idsConcerned(
  flush: Flush,
  { backupSeq, changes }: SyncResponse,
  epochChanged: boolean,
): Promise<readonly string[]> {
  const items = await flush.store.all();
  // All of them, not only those received: another flusher may store a receipt of the old epoch before our commit.
  if (epochChanged) return items.map((item) => item.id);
  const backedUp = items.filter(
    (item) => item.state === 'received' && !item.released && item.receipt.seq <= backupSeq,
  );
  return [...backedUp.map((item) => item.id), ...changes.map((change) => change.submissionId)];
}

/** What the rest of the answer means for one item, after its own receipt. */
function furtherEvents({ epoch, backupSeq, changes }: SyncResponse, epochChanged: boolean) {
  const files = new Map(changes.map((change) => [change.submissionId, change.files]));
  return (id: string, own: OutboxEvent | undefined): readonly OutboxEvent[] => {
    const counted = files.get(id);
    return [
      // An item this very answer acknowledged is there, in whatever epoch its receipt was first given.
      ...(epochChanged && own?.type !== 'receipt-verified'
        ? [{ type: 'epoch-changed', epoch } as const]
        : []),
      ...(counted ? [{ type: 'files-counted', files: counted } as const] : []),
      { type: 'backed-up', epoch, backupSeq },
    ];
  };
}

function positionAfter(answer: SyncResponse, now: number, epochChanged: boolean): SyncPosition {
  return {
    // Numbers of another epoch mean nothing here: ask for everything again.
    cursor: epochChanged ? 0 : answer.cursor,
    epoch: answer.epoch,
    backupSeq: answer.backupSeq,
    lastContact: { serverTime: answer.serverTime, deviceTime: now },
  };
}
