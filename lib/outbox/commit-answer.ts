import type { SyncResponse } from '../contract/wire';
import { caseFromChange } from './case-state';
import type { OutboxItem } from './item';
import type { SyncPosition } from './ports';
import { changed, type Flush } from './take-items';
import { type OutboxEvent, transition } from './transition';
import type { VerifiedAnswer } from './verify-answer';

/**
 * Writes everything an answer says in one transaction: receipts, changes, where we stand (OB-18). An answer that is
 * not believed moves only the items it was about. `asked` is the position that the request named, `newsOnly` whether it asked
 * for what changes since it came alone. True when there is
 * more to fetch at once.
 */
export async function commitAnswer(
  flush: Flush,
  {
    asked,
    newsOnly,
    answer,
    verified,
  }: {
    readonly asked: SyncPosition;
    readonly newsOnly: boolean;
    readonly answer: SyncResponse;
    readonly verified: VerifiedAnswer;
  },
): Promise<boolean> {
  const { events, believed } = verified;
  const now = flush.clock();
  const apply = (item: OutboxItem, event: OutboxEvent | undefined) =>
    event ? transition(item, event, now) : item;
  if (!believed) {
    const items = (item: OutboxItem) => changed(item, apply(item, events.get(item.id)));
    const position = await flush.store.position();
    await flush.store.commitSync({ ids: [...events.keys()], items, cases: [], position });
    return false;
  }
  // Numbers of another epoch mean nothing to this server: ask for everything again.
  const startsAnew = asked.epoch !== null && asked.epoch !== answer.epoch;
  const further = furtherEvents(answer);
  const stored = await flush.store.position();
  const known = stored.epoch === answer.epoch ? stored.cursor : 0;
  const [first] = answer.changes;
  // News may begin further on: what lies between comes with the answer to a request beside this one, or is asked for.
  const follows = !newsOnly || (first !== undefined && first.seq <= known + 1 && known < answer.cursor);
  // What a request beside this one was told meanwhile still holds (OB-12).
  const { quietUntil } = stored;
  await flush.store.commitSync({
    ids: [...new Set([...events.keys(), ...(await idsConcerned(flush, answer))])],
    items: (item) => {
      const own = events.get(item.id);
      return changed(item, further(item.id, own).reduce(apply, apply(item, own)));
    },
    cases: answer.changes.map((change) => caseFromChange(change, answer.epoch)),
    position: {
      cursor: startsAnew ? 0 : follows ? answer.cursor : known,
      epoch: answer.epoch,
      backupSeq: answer.backupSeq,
      lastContact: { serverTime: answer.serverTime, deviceTime: now },
      ...(quietUntil !== undefined && quietUntil !== asked.quietUntil && { quietUntil }),
    },
  });
  return startsAnew || (!follows && known < answer.cursor) || answer.more === true;
}

/**
 * Items that the rest of an answer can change. The epoch is compared item by item at every answer, never only when the
 * stored position changes: a late answer of the old epoch may be written between our reading and our writing.
 */
async function idsConcerned(
  flush: Flush,
  { epoch, backupSeq, changes }: SyncResponse,
): Promise<readonly string[]> {
  const concerned = (await flush.store.all()).filter(
    (item) =>
      item.state === 'received' &&
      !item.released &&
      (item.receipt.epoch !== epoch || item.receipt.seq <= backupSeq),
  );
  return [...concerned.map((item) => item.id), ...changes.map((change) => change.submissionId)];
}

/** What the rest of the answer means for one item, after its own receipt. */
function furtherEvents({ epoch, backupSeq, changes }: SyncResponse) {
  const files = new Map(changes.map((change) => [change.submissionId, change.files]));
  return (id: string, own: OutboxEvent | undefined): readonly OutboxEvent[] => {
    const counted = files.get(id);
    return [
      // An item this very answer acknowledged is there, in whatever epoch its receipt was first given.
      ...(own?.type === 'receipt-verified' ? [] : [{ type: 'epoch-changed', epoch } as const]),
      ...(counted ? [{ type: 'files-counted', files: counted } as const] : []),
      { type: 'backed-up', epoch, backupSeq },
    ];
  };
}
