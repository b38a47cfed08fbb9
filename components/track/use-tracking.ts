import { useState } from 'react';
import type { RemoteProblem } from '@/lib/browser/api';
import { trackCase } from '@/lib/browser/track-case';
import type { TrackResponse } from '@/lib/contract/wire';
import { readTrackingInput, type TrackingInput, type TrackingInputProblem } from './read-tracking-input';

export type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'typed-wrong'; readonly problem: TrackingInputProblem['type'] }
  | { readonly kind: 'failed'; readonly problem: RemoteProblem['type'] }
  | { readonly kind: 'found'; readonly track: TrackResponse };

/** Asks where an application stands; the newest question wins. */
export function useTracking() {
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' });
  const ask = async (typed: TrackingInput) => {
    const input = readTrackingInput(typed);
    if (!input.ok) return setAnswer({ kind: 'typed-wrong', problem: input.problem.type });
    setAnswer({ kind: 'asking' });
    const track = await trackCase(input.value.code, input.value.check);
    setAnswer(
      track.ok ? { kind: 'found', track: track.value } : { kind: 'failed', problem: track.problem.type },
    );
  };
  return { answer, ask };
}
