import { useLiveStore } from './live-store';
import type { Place as AnyPlace, PlacesState as AnyPlacesState } from './places-api';
import { placesStore } from './places-store';

export type Place = AnyPlace;
export type PlacesState = AnyPlacesState;

/** Places for the address field, ranked by nearness to the centre. */
export function usePlaces(): PlacesState {
  return useLiveStore(placesStore);
}
