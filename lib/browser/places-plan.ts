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
  /** Where the counter stands; null while it is not known, and on a citizen's phone. */
  readonly ownPlace: () => OwnPlace | null;
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
    if (place === null || place.upazilaId === own?.upazilaId) return;
    own?.trying.stop();
    loader.setNear({ upazilaId: place.upazilaId, districtId: place.districtId });
    own = {
      upazilaId: place.upazilaId,
      trying: tryUntil(() => loader.loadDistrict(place.districtId)),
    };
  };

  const goOn = async (): Promise<void> => {
    onOwnPlace(followOwn);
    followOwn();
    await Promise.race([own?.trying.tried, new Promise((over) => setTimeout(over, PATIENCE))]);
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
