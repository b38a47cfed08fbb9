import type { CatalogueState } from './api';
import { earlyCatalogue } from './early-catalogue';
import { createLiveStore } from './live-store';
import { openRoom } from './open-room';

export const catalogueStore = createLiveStore<CatalogueState>(
  { ready: false, version: 0, agencies: [], services: [], formsHere: 0 },
  (set) => {
    void earlyCatalogue().then((early) => {
      if (early === null) return;
      const { version, agencies = [], services } = early.list;
      set({ ready: true, version, agencies, services, formsHere: 0 });
    });
    void openRoom().then(async (room) => {
      const { followCatalogue } = await import('./follow-catalogue');
      followCatalogue(room, { get: () => catalogueStore.get(), set });
    });
  },
);
