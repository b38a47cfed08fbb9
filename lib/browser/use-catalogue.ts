import type { CatalogueState } from './api';
import { catalogueStore } from './catalogue-store';
import { useLiveStore } from './live-store';

/** The services as this device has them; fetched when there are none and after every sync that names a newer version. */
export function useCatalogue(): CatalogueState {
  return useLiveStore(catalogueStore);
}
