import { deviceStore } from './device-store';
import { createLiveStore } from './live-store';
import type { PlacesState } from './places-api';

/** Pause before an index that did not come is asked for again, milliseconds. */
const AGAIN_AFTER = 10_000;

const EMPTY: PlacesState = {
  ready: false,
  wholeCountry: false,
  search: () => [],
  children: () => [],
  place: () => undefined,
  loadDistrict: async () => false,
};

export const placesStore = createLiveStore<PlacesState>(EMPTY, (set) => {
  if (typeof window === 'undefined') return;
  void import('./places-book').then(async ({ createPlacesLoader }) => {
    const loader = createPlacesLoader(fetchPack, set, whenQuiet);
    let own = '';
    const followCentre = async (): Promise<void> => {
      const { person, centre } = deviceStore.get();
      const { upazilaId, districtId } = (person.kind === 'operator' ? person.centre : centre) ?? {};
      if (upazilaId === undefined || districtId === undefined || upazilaId === own) return;
      own = upazilaId;
      await loader.loadDistrict(districtId);
      loader.setNear({ upazilaId, districtId });
    };
    const begin = async (): Promise<void> => {
      if (!(await loader.loadIndex())) {
        setTimeout(() => void begin(), AGAIN_AFTER);
        return;
      }
      deviceStore.subscribe(() => void followCentre());
      await followCentre();
      whenQuiet(() => void loader.loadCountry());
    };
    await begin();
    addEventListener('online', () => void loader.loadCountry());
  });
});

/** The service worker answers it off line. null when it cannot be had now. */
async function fetchPack(path: string): Promise<unknown> {
  try {
    const response = await fetch(path);
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
    return response.ok && isJson ? await response.json() : null;
  } catch {
    return null;
  }
}

function whenQuiet(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 10_000 });
  else setTimeout(work, 3_000);
}
