'use client';

import { memo } from 'react';
import { PAPERS } from './exam';
import { PapersStep } from './papers-step';
import { SectionBody } from './section-body';

/** What a step asks; drawn again only for its own reasons. */
export const StepBody = memo(function StepBody({ stepId }: { readonly stepId: string }) {
  return stepId === PAPERS ? <PapersStep /> : <SectionBody sectionId={stepId} />;
});
