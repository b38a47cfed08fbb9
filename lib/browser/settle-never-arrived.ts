import type { SettleRequest } from '../contract/wire';
import { postSettled } from '../remote/http-never-arrived';
import type { RemoteProblem } from './api';
import { lostHere, withOwn } from './own-losses';
import { forgetLost, type LedgerStorage, readLedger } from './queue-ledger';
import { remoteProblemOf } from './remote-problem';
import type { WorkRoom } from './work-room';

/**
 * Tells the server what a person decided; null when it was written down. Until then what this device lost stays in its
 * ledger and in the list; after it, what the server has not heard of yet goes on being shown.
 */
export async function settleIn(
  room: WorkRoom,
  storage: LedgerStorage | null,
  request: SettleRequest,
): Promise<RemoteProblem | null> {
  const left = await postSettled(room.line, request);
  if (!left.ok) return remoteProblemOf(left.problem);
  forgetLost(storage, new Set(request.trackingCodes));
  const untold = lostHere(readLedger(storage), await room.records.device());
  await room.records.keepNeverArrived(withOwn(left.value, untold));
  return null;
}
