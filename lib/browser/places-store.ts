import { deviceStore } from './device-store';
import { createLiveStore } from './live-store';
import type { PlacesState } from './use-places';

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
    const centre = await ownCentre();
    const near = centre === null ? {} : { upazilaId: centre.upazilaId, districtId: centre.districtId };
    const loader = createPlacesLoader(fetchPack, { near, onState: set });
    const begin = async (): Promise<void> => {
      if (!(await loader.loadIndex())) {
        setTimeout(() => void begin(), AGAIN_AFTER);
        return;
      }
      if (centre !== null) await loader.loadDistrict(centre.districtId);
      whenQuiet(() => void loader.loadCountry());
    };
    await begin();
    addEventListener('online', () => void loader.loadCountry());
  });
});

/** Centre of the person or the device, as soon as the device is read. */
function ownCentre() {
  return new Promise<{ readonly upazilaId: string; readonly districtId: string } | null>((resolve) => {
    const look = (): boolean => {
      const { ready, person, centre } = deviceStore.get();
      if (ready) resolve(person.kind === 'operator' ? person.centre : centre);
      return ready;
    };
    if (look()) return;
    const stop = deviceStore.subscribe(() => look() && stop());
  });
}

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
