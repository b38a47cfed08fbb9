'use client';

import { type FormEvent, memo } from 'react';
import { PAPERS } from './exam';
import { PapersStep } from './papers-step';
import { SectionBody } from './section-body';

/**
 * What a step asks; drawn again only for its own reasons. A form of its own, never submitted: Chromium's autofill reads
 * every field of the form at each letter, and where there is none every field of the page.
 */
export const StepBody = memo(function StepBody({ stepId }: { readonly stepId: string }) {
  return (
    <form autoComplete="off" noValidate onSubmit={stay}>
      {stepId === PAPERS ? <PapersStep /> : <SectionBody sectionId={stepId} />}
    </form>
  );
});

function stay(event: FormEvent): void {
  event.preventDefault();
}
