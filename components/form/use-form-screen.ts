'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useDraftSession } from '@/lib/browser/use-draft';
import type { FieldError } from '@/lib/forms/field-error';
import { focusSpot } from './focus-spot';
import { useFromStore } from './form-context';
import type { FormStore } from './form-store';
import { errorsIn, type Step, stepAt } from './steps';
import { useSteps } from './use-steps';

export interface FormScreen {
  readonly store: FormStore;
  readonly draftId: string;
  readonly steps: readonly Step[];
  readonly at: number;
  /** Errors of what the person asked to go on from, as long as they stand. */
  readonly shownErrors: readonly FieldError[];
  /** Counts the attempts that failed. */
  readonly attempt: number;
  /** Goes on when nothing is missing here; else says what. */
  next(): void;
  nextAnyway(): void;
  previous(): void;
  goToStep(step: Step): void;
  goToField(pointer: string): void;
  /** The keyboard is in this step now. */
  arriveAt(index: number): void;
  /** Opens the review when nothing is missing anywhere; else says what. */
  review(): void;
}

/** Where the person is in the form and what going on means. */
export function useFormScreen(store: FormStore, draftId: string): FormScreen {
  const router = useRouter();
  const search = useSearchParams();
  const draft = useDraftSession(draftId);
  const steps = useSteps(store);
  const [stepId, setStepId] = useState<string | null>(() => search.get('section') ?? draft.get().at);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const at = stepAt(steps, stepId);
  const shown = useFromStore(store, (from) => JSON.stringify(errorsIn(from, from.exam().errors, asked)));
  const shownErrors: readonly FieldError[] = asked.length > 0 ? JSON.parse(shown) : [];
  useFieldOfAddress(store, search.get('field'));

  const arriveAt = (index: number) => {
    const step = steps[index];
    if (!step || step.id === stepId) return;
    setStepId(step.id);
    // a form that was only opened is not written
    if (index > 0 || draft.get().at !== null) draft.get().setSection(step.id);
  };
  const passes = (ids: readonly string[]) => {
    store.reveal(ids);
    if (errorsIn(store, store.exam().errors, ids).length === 0) return true;
    setAsked(ids);
    setAttempt((count) => count + 1);
    return false;
  };
  const goTo = (index: number) => {
    setAsked([]);
    arriveAt(index);
  };

  return {
    store,
    draftId,
    steps,
    at,
    shownErrors,
    attempt,
    arriveAt,
    next() {
      const step = steps[at];
      if (step && passes([step.id])) goTo(at + 1);
    },
    nextAnyway: () => goTo(at + 1),
    previous: () => goTo(at - 1),
    goToStep: (step) => goTo(steps.indexOf(step)),
    goToField(pointer) {
      arriveAt(steps.findIndex((step) => step.id === store.sectionOf(pointer)));
      focusSpot(pointer);
    },
    review() {
      if (passes(steps.map((step) => step.id))) router.push(`/review?draft=${encodeURIComponent(draftId)}`);
    },
  };
}

/** Coming back from the review to mend one answer: the keyboard goes there, once, and what is wrong is said. */
function useFieldOfAddress(store: FormStore, pointer: string | null): void {
  const done = useRef(false);
  useEffect(() => {
    if (pointer === null || done.current) return;
    done.current = true;
    store.reveal([store.sectionOf(pointer) ?? '']);
    focusSpot(pointer);
  }, [store, pointer]);
}
