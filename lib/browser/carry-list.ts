import { atMostEvery } from './at-most-every';
import type { CarriedView } from './carry-view';
import { createLiveStore } from './live-store';
import { openRoom } from './open-room';

export interface CarryState {
  readonly ready: boolean;
  readonly packages: readonly CarriedView[];
}

/** Pause between two readings while a package is read or sent, milliseconds. */
const PAUSE = 400;

export const carryListStore = createLiveStore<CarryState>({ ready: false, packages: [] }, (set) => {
  void openRoom().then(async (room) => {
    const [{ createCarryStore }, { viewOf }, { watchChanges }] = await Promise.all([
      import('../local/carry-store'),
      import('./carry-view'),
      import('./watch-changes'),
    ]);
    const store = createCarryStore(room.gate);
    const show = async (): Promise<void> => {
      const all = await store.all().catch(() => []);
      set({ ready: true, packages: all.map(viewOf).reverse() });
    };
    watchChanges(
      room.gate,
      atMostEvery(PAUSE, () => void show()),
    );
    await show();
  });
});
