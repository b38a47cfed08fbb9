import type { OutboxItem, WaitReason } from './item';
import { isHeldBy } from './lease';
import { askedMs, backoffMs } from './retry';
import { changed, type Flush } from './take-items';
import { isDue, transition } from './transition';

/**
 * No answer: what this flush holds waits, and everything else that is due with it, so that no context hammers a line
 * or a server that is down. When the server named a time, that time is kept for all of them (OB-12).
 */
export async function waitAll(
  flush: Flush,
  { reason, retryAfterMs }: { readonly reason: WaitReason; readonly retryAfterMs?: number },
): Promise<void> {
  const now = flush.clock();
  const mine = (item: OutboxItem) => isHeldBy(item, flush.flushOwner);
  const waiting = (await flush.store.all()).filter((item) => mine(item) || isDue(item, now));
  const attempts = Math.max(1, ...waiting.filter(mine).map((item) => item.attempts));
  const asked = retryAfterMs === undefined ? 0 : askedMs(retryAfterMs, flush.chance);
  const retryAt = now + Math.max(asked, backoffMs(attempts, flush.chance));
  const position = await flush.store.position();
  await flush.store.commitSync({
    ids: waiting.map((item) => item.id),
    items: (item) => {
      const back = transition(item, { type: 'not-sent', owner: flush.flushOwner, reason, retryAt }, now);
      return changed(
        item,
        back === item ? transition(item, { type: 'held-back', reason, retryAt }, now) : back,
      );
    },
    cases: [],
    position: asked > 0 ? { ...position, quietUntil: now + asked } : position,
  });
}
