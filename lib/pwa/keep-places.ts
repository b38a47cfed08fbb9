import { deviceStore } from '../browser/device-store';
import { fetchPack } from '../browser/fetch-pack';
import { ownPlace } from '../browser/own-place';
import { COUNTRY_PACK, districtPack } from '../browser/pack-paths';
import { type Trying, tryUntil } from '../browser/try-until';
import { whenLineReturns } from '../browser/when-line-returns';
import { setPwaState } from './pwa-state';

/**
 * Keeps the unions of the counter's own district on the device as soon as it is known where the counter stands, not only
 * when somebody opens a form: before that the device does not work without a line. Call once, when the worker is there.
 */
export function keepOwnPlaces(): void {
  let district: string | undefined;
  let trying: Trying | undefined;

  const follow = (): void => {
    const place = ownPlace();
    if (place === undefined) return;
    if (place === null) {
      if (district === undefined) setPwaState({ places: 'here' });
      return;
    }
    if (place.districtId === district) return;
    district = place.districtId;
    trying?.stop();
    trying = tryUntil(() => keep(place.districtId));
  };

  const keep = async (wanted: string): Promise<boolean> => {
    const say = (places: 'coming' | 'here') => wanted === district && setPwaState({ places });
    const path = districtPack(wanted);
    if (!(await isKept(path))) {
      say('coming');
      await whenControlled();
      await fetchPack(path);
      if (!(await isKept(path))) return false;
    }
    say('here');
    return true;
  };

  deviceStore.subscribe(follow);
  follow();
  whenLineReturns(() => trying?.now());
}

/** Here by itself or within the whole country, of whichever edition. */
async function isKept(path: string): Promise<boolean> {
  return Boolean((await caches.match(path)) ?? (await caches.match(COUNTRY_PACK)));
}

/** What is fetched before the worker answers for this page is not kept. */
async function whenControlled(): Promise<void> {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) return;
  await new Promise((controlled) =>
    serviceWorker.addEventListener('controllerchange', controlled, { once: true }),
  );
}
