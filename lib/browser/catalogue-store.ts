import type { CatalogueState } from './api';
import { createLiveStore } from './live-store';

export const catalogueStore = createLiveStore<CatalogueState>(
  { ready: false, version: 0, agencies: [], optionSets: {}, services: [] },
  () => {},
);
