import type { CatalogueResponse } from '../contract/wire';
import type { CatalogueState } from './api';
import { earlyCatalogue } from './early-catalogue';
import { createLiveStore } from './live-store';
import { openRoom } from './open-room';
import type { WorkRoom } from './work-room';

/** A catalogue that is here is compared with the server's once, when the page has come to rest. Milliseconds. */
const COMPARE_AFTER = 5_000;
/** Pause before a first catalogue is asked for again, milliseconds. */
const AGAIN_AFTER = 15_000;

export const catalogueStore = createLiveStore<CatalogueState>(
  { ready: false, version: 0, agencies: [], optionSets: {}, services: [] },
  (set) => {
    void earlyCatalogue().then((early) => early && set(stateOf(early.answer)));
    void openRoom().then(async (room) => {
      const [{ watch }, { refreshCatalogue }] = await Promise.all([
        import('./watch'),
        import('./catalogue-refresh'),
      ]);
      let asking = false;
      let isFresh = false;
      const fetchFirst = async (): Promise<void> => {
        if (asking) return;
        asking = true;
        const unkept = (await keepEarly(room)) ? null : await refreshCatalogue(room);
        asking = false;
        isFresh = true;
        if (unkept !== null) set(unkept);
        else if (!catalogueStore.get().ready) setTimeout(() => void fetchFirst(), AGAIN_AFTER);
      };
      const show = async (): Promise<void> => {
        const known = await room.reference.catalogue().catch(() => null);
        if (known === null) return fetchFirst();
        set(stateOf(known));
      };
      // The head is written with every change of the services.
      watch(room.referenceGate, (db) => db.records.get('catalogue'), {
        onValue: () => void show(),
        onDown: () => void fetchFirst(),
      });
      // A device that is not enrolled never syncs, and would not hear of a newer one.
      setTimeout(() => catalogueStore.get().ready && !isFresh && void refreshCatalogue(room), COMPARE_AFTER);
      addEventListener('online', () => !catalogueStore.get().ready && void fetchFirst());
    });
  },
);

function stateOf(from: Omit<CatalogueResponse, 'removed'>): CatalogueState {
  const { version, agencies, optionSets, services } = from;
  return { ready: true, version, agencies, optionSets, services };
}

/** True when the catalogue of a first visit is here: kept, or at least shown where the browser keeps nothing. */
async function keepEarly(room: WorkRoom): Promise<boolean> {
  const early = await earlyCatalogue();
  if (early === null) return false;
  await room.reference.mergeCatalogue(early.answer, early.etag).catch(() => undefined);
  return true;
}
