import { useEffect, useState } from 'react';
import type { SlipState } from './api';
import { openRoom } from './open-room';
import { EMPTY_SLIP } from './slip-view';

/** What the slip of a queued application prints; turns from provisional to received by itself. */
export function useSlip(id: string): SlipState {
  const [slip, setSlip] = useState<SlipState>(EMPTY_SLIP);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void Promise.all([openRoom(), import('./watch'), import('./slip-view')]).then(
      ([room, { watch }, { readSlip }]) => {
        if (gone) return;
        // The query reads the rows that matter; opening the box comes after, outside of it.
        const show = async (): Promise<void> => {
          const next = await readSlip(room, id).catch(() => null);
          if (!gone && next !== null) setSlip(next);
        };
        stop = watch(room.gate, async (db) => [await db.drafts.get(id), await db.outbox.get(id)], {
          onValue: () => void show(),
        });
      },
    );
    return () => {
      gone = true;
      stop?.();
    };
  }, [id]);
  return slip.id === id ? slip : { ...EMPTY_SLIP, id };
}
