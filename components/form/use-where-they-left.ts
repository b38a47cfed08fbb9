import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { focusFirstField, focusStep } from './focus-step';
import type { Step } from './steps';

/**
 * The wide form opens in the step where the person left it, with the keyboard in it; a new one in its first field. A field
 * that the address names goes before.
 */
export function useWhereTheyLeft(steps: readonly Step[], at: number): void {
  const isNamed = useSearchParams().has('field');
  const done = useRef(false);
  useEffect(() => {
    const step = steps[at];
    if (done.current || step === undefined) return;
    done.current = true;
    // somebody who is faster than the form is left where he is
    if (isNamed || document.activeElement !== document.body) return;
    if (at > 0) focusStep(step.id);
    else focusFirstField(step.id);
  }, [steps, at, isNamed]);
}
