import type { PlacesState } from '../../lib/browser/use-places';
import type { PlaceLevel } from './address-model';

/**
 * What is said where a search shows nothing: names that are still on their way are not names that do not exist. `union`
 * counts, because everything above it comes with the app and the unions come later.
 */
export function wordsForNothing(
  { ready, wholeCountry, coming }: Pick<PlacesState, 'ready' | 'wholeCountry' | 'coming'>,
  levels: readonly PlaceLevel[],
) {
  if (!ready) return coming ? 'address.preparing' : 'address.notReady';
  if (wholeCountry || !levels.includes('union')) return 'address.none';
  return coming ? 'address.preparingMore' : 'address.noneYet';
}
