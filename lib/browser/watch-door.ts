import { doorOf } from './door';
import { doorStore } from './door-store';
import { closeSessions } from './draft-sessions';
import { listenToLocks, watchIdle } from './lock-device';
import { openRoom } from './open-room';
import { signedInAnew } from './signed-in-anew';
import { watch } from './watch';

/** Keeps the door true: after a sign-in, a PIN, a lock or a switch in this window or another. Begins to look after the idle lock. */
export async function watchDoor(): Promise<void> {
  const room = await openRoom();
  let newest = 0;
  listenToLocks();
  watchIdle();
  watch(
    room.gate,
    async (db) => ({ person: await db.records.get('person'), vaults: await db.vault.toArray() }),
    {
      onValue: async ({ person, vaults }) => {
        newest += 1;
        const mine = newest;
        const door = await doorOf({
          person: person?.key === 'person' ? person.person : { kind: 'nobody' },
          vaults,
          stateOf: room.keys.stateOf,
          signedInAnew: signedInAnew.get(),
        });
        if (mine !== newest) return;
        // A form that was asked for before the PIN waits for ever: its page begins anew.
        if (door === 'open' && doorStore.get() === 'locked') await closeSessions().catch(() => undefined);
        doorStore.set(door);
      },
    },
  );
}
