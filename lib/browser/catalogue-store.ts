import type { CatalogueState } from './api';
import { createLiveStore } from './live-store';
import { openRoom } from './open-room';

/** A catalogue that is here is compared with the server's once, when the page has come to rest. Milliseconds. */
const COMPARE_AFTER = 5_000;
/** Pause before a first catalogue is asked for again, milliseconds. */
const AGAIN_AFTER = 15_000;

export const catalogueStore = createLiveStore<CatalogueState>(
  { ready: false, version: 0, agencies: [], optionSets: {}, services: [] },
  (set) => {
    void openRoom().then(async (room) => {
      const [{ watch }, { refreshCatalogue }] = await Promise.all([
        import('./watch'),
        import('./catalogue-refresh'),
      ]);
      let asking = false;
      const fetchFirst = async (): Promise<void> => {
        if (asking) return;
        asking = true;
        const unkept = await refreshCatalogue(room);
        asking = false;
        if (unkept !== null) set(unkept);
        else if (!catalogueStore.get().ready) setTimeout(() => void fetchFirst(), AGAIN_AFTER);
      };
      const show = async (): Promise<void> => {
        const known = await room.reference.catalogue().catch(() => null);
        if (known === null) return fetchFirst();
        const { version, agencies, optionSets, services } = known;
        set({ ready: true, version, agencies, optionSets, services });
      };
      // The head is written with every change of the services.
      watch(room.referenceGate, (db) => db.records.get('catalogue'), {
        onValue: () => void show(),
        onDown: () => void fetchFirst(),
      });
      // A device that is not enrolled never syncs, and would not hear of a newer one.
      setTimeout(() => catalogueStore.get().ready && void refreshCatalogue(room), COMPARE_AFTER);
      addEventListener('online', () => !catalogueStore.get().ready && void fetchFirst());
    });
  },
);
