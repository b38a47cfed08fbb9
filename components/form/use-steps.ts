'use client';

import { useMemo } from 'react';
import { useFromStore } from './form-context';
import type { FormStore } from './form-store';
import { type Step, stepsOf } from './steps';

/** The steps of the form; the same list until one of them changes. */
export function useSteps(store: FormStore): readonly Step[] {
  const signature = useFromStore(store, (from) =>
    stepsOf(from)
      .map(({ id, left, state }) => `${id}:${left}:${state}`)
      .join(),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature says when the steps are others
  return useMemo(() => stepsOf(store), [store, signature]);
}
