import { deviceStore } from './device-store';
import { fetchPack } from './fetch-pack';
import { createLiveStore } from './live-store';
import { ownPlace } from './own-place';
import { NO_PLACES, type PlacesState } from './places-api';
import { tryUntil } from './try-until';
import { whenLineReturns } from './when-line-returns';
import { whenQuiet } from './when-quiet';

/** Names are folded by then, even on a page that never rests, milliseconds. */
const AT_THE_LATEST = 10_000;

export const placesStore = createLiveStore<PlacesState>(NO_PLACES, (set) => {
  if (typeof window === 'undefined') return;
  let tryNow = (): void => code.now();
  // The code comes over the same line as the places: it too may fail to come and come later.
  const code = tryUntil(async () => {
    try {
      const [{ createPlacesLoader }, { beginPlaces }] = await Promise.all([
        import('./places-loader'),
        import('./places-plan'),
      ]);
      const quiet = (work: () => void): void => whenQuiet(work, AT_THE_LATEST);
      tryNow = beginPlaces(createPlacesLoader(fetchPack, set, quiet), {
        ownPlace,
        onOwnPlace: deviceStore.subscribe,
        whenQuiet: quiet,
      });
      return true;
    } catch {
      set({ ...NO_PLACES, coming: false });
      return false;
    }
  });
  whenLineReturns(() => tryNow());
});
