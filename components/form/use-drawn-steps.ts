'use client';

import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from '@/lib/browser/after-paint';

/**
 * Which steps of a long page are drawn already: the one the person is in at once, the others one after another behind the
 * paint, so that the first key of a form of forty fields need not wait for the fortieth.
 */
export function useDrawnSteps(ids: readonly string[], at: number): (id: string) => boolean {
  const here = ids[at];
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(() => new Set(here === undefined ? [] : [here]));
  const isDrawn = (id: string) => id === here || drawn.has(id);
  // What was drawn once stays: somebody may have left it for a moment only.
  useEffect(() => {
    if (here !== undefined) setDrawn((before) => (before.has(here) ? before : new Set([...before, here])));
  }, [here]);
  const next = ids.find((id) => !drawn.has(id));
  useEffect(() => {
    if (next === undefined) return;
    return afterPaint(() => startTransition(() => setDrawn((before) => new Set([...before, next]))));
  }, [next]);
  return isDrawn;
}
