import type { Near } from '../places/place-ranking';
import type { PlacesLoader } from './places-loader';
import { type Trying, tryUntil } from './try-until';

/** The longest the whole country waits for the own district, milliseconds: a silent line says neither yes nor no. */
const PATIENCE = 4_000;

export interface OwnPlace extends Near {
  readonly upazilaId: string;
  readonly districtId: string;
}

export interface PlanDeps {
  /** Where the counter stands; null on a device that stands nowhere, undefined while the device is not known. */
  readonly ownPlace: () => OwnPlace | null | undefined;
  /** Calls when that may have changed. */
  readonly onOwnPlace: (listener: () => void) => void;
  readonly whenQuiet: (work: () => void) => void;
}

/**
 * Index, own district, whole country, each until it is here. None waits for ever for the one before it. What is given
 * back tries all that is missing at once: for when the line is back.
 */
export function beginPlaces(loader: PlacesLoader, { ownPlace, onOwnPlace, whenQuiet }: PlanDeps): () => void {
  let own: { readonly upazilaId: string; readonly trying: Trying } | undefined;
  let country: Trying | undefined;

  const followOwn = (): void => {
    const place = ownPlace();
    if (!place || place.upazilaId === own?.upazilaId) return;
    own?.trying.stop();
    loader.setNear({ upazilaId: place.upazilaId, districtId: place.districtId });
    own = {
      upazilaId: place.upazilaId,
      trying: tryUntil(() => loader.loadDistrict(place.districtId)),
    };
  };

  const goOn = async (): Promise<void> => {
    const ownIsTried = new Promise<void>((resolve) => {
      const follow = (): void => {
        followOwn();
        if (ownPlace() !== undefined) resolve(own?.trying.tried);
      };
      onOwnPlace(follow);
      follow();
    });
    await Promise.race([ownIsTried, new Promise((over) => setTimeout(over, PATIENCE))]);
    whenQuiet(() => {
      country = tryUntil(loader.loadCountry);
    });
  };

  const index = tryUntil(async () => {
    if (!(await loader.loadIndex())) return false;
    void goOn();
    return true;
  });

  return () => {
    for (const trying of [index, own?.trying, country]) trying?.now();
  };
}
