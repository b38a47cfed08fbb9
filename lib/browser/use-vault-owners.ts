import { useEffect, useState } from 'react';
import { openRoom } from './open-room';
import { type LockedDevice, readVaultOwners } from './vault-owners';
import { watch } from './watch';

/** Who can open this device, and what waits in it; null until it is read. Names of operators only, nothing of a citizen. */
export function useVaultOwners(): LockedDevice | null {
  const [known, setKnown] = useState<LockedDevice | null>(null);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void openRoom().then((room) => {
      if (gone) return;
      stop = watch(
        room.gate,
        async (db) => ({
          vaults: await db.vault.toArray(),
          person: await db.records.get('person'),
          outbox: await db.outbox.count(),
        }),
        {
          onValue: ({ vaults, person }) =>
            void readVaultOwners(room, vaults, person).then((read) => gone || setKnown(read)),
        },
      );
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, []);
  return known;
}
