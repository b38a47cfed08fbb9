import type { SettleRequest } from '../contract/wire';
import type { NeverArrivedItem, RemoteProblem } from './api';
import { createLiveStore } from './live-store';
import { openRoom } from './open-room';

/** What was queued on a device of this centre, or on this one, and never arrived. */
export const neverArrivedStore = createLiveStore<readonly NeverArrivedItem[]>([], (set) => {
  void openRoom().then(async (room) => {
    const { watch } = await import('./watch');
    watch(room.gate, (db) => db.records.get('never-arrived'), {
      onValue: (row) => set(row?.key === 'never-arrived' ? row.items : []),
    });
  });
});

/** Tells the server what a person decided; null when it was written down. Nothing leaves the list without it. */
export async function settleNeverArrived(request: SettleRequest): Promise<RemoteProblem | null> {
  const [room, { settleIn }, { ledgerStorage }] = await Promise.all([
    openRoom(),
    import('./settle-never-arrived'),
    import('./queue-ledger'),
  ]);
  return settleIn(room, ledgerStorage(), request);
}
