import { isHeldByPerson } from './held';
import type { OutboxItem, WaitReason } from './item';

/** Waits that end when our server answers again. */
const ENDED_BY_AN_ANSWER: ReadonlySet<WaitReason> = new Set<WaitReason>([
  'no-line',
  'not-our-server',
  'server-error',
]);

/** Whether a wait of this kind ends when our server answers again. */
export function endsWithTheServer(reason: WaitReason | null): boolean {
  return reason !== null && ENDED_BY_AN_ANSWER.has(reason);
}

/** Whether an item would go as soon as our server answers. */
export function waitsForServer(item: OutboxItem): boolean {
  if (isHeldByPerson(item)) return false;
  return item.state === 'queued' || (item.state === 'waiting' && endsWithTheServer(item.reason));
}
