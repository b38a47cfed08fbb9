'use client';

import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { DraftHandle } from '@/lib/browser/api';
import { assert } from '@/lib/shared/assert';
import type { FormStore, SpotState } from './form-store';
import type { HintBoard } from './hint-board';
import type { Spot } from './spot';

/** What fields need of the page around them. Stable for the life of the form: fields do not draw again because of it. */
export interface FormDesk extends Pick<DraftHandle, 'attach' | 'detach' | 'openFile'> {
  readonly store: FormStore;
  readonly hints: HintBoard;
}

export const FormContext = createContext<FormDesk | null>(null);

export function useFormDesk(): FormDesk {
  const desk = useContext(FormContext);
  assert(desk, 'a field is drawn outside of a form');
  return desk;
}

/** One part of what a field shows; draws again only when that part changed. */
export function useSpotPart<K extends keyof SpotState>(spot: Spot, part: K): SpotState[K] {
  const { store } = useFormDesk();
  const read = () => store.spot(spot)[part];
  const subscribe = useCallback(
    (listener: () => void) => store.subscribeSpot(spot.pointer, listener),
    [store, spot.pointer],
  );
  return useSyncExternalStore(subscribe, read, read);
}

/** Anything of the store that compares by value (text, number, null or a stable object). */
export function useFromStore<T>(store: FormStore, select: (store: FormStore) => T): T {
  const read = () => select(store);
  return useSyncExternalStore(store.subscribe, read, read);
}
