'use client';

import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { ProgressBar } from '@/components/ui/progress-bar';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { ErrorSummary } from './error-summary';
import { DraftNews } from './later-parts';
import { SavedLine, SaveTrouble } from './saved-line';
import { StepBody } from './step-body';
import { stepHeadingId } from './step-heading-id';
import type { FormScreen } from './use-form-screen';
import { useStepTitle } from './use-step-title';

/** The phone's form: one section a screen, Back and Next in thumb reach. */
export function NarrowForm({ screen }: { readonly screen: FormScreen }) {
  const { store, draftId, steps, at, shownErrors, attempt } = screen;
  const { t } = useTranslation('form');
  const { text, number } = useFormat();
  const titleOf = useStepTitle();
  const heading = useRef<HTMLHeadingElement>(null);
  const step = steps[at];
  const isLast = at === steps.length - 1;
  const stepId = step?.id;
  const shownBefore = useRef(stepId);

  useEffect(() => {
    if (shownBefore.current === stepId) return;
    shownBefore.current = stepId;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [stepId]);

  if (!step) return null;
  return (
    <PageFrame
      title={text(store.definition.name)}
      tabTitle={t('title')}
      back="/board"
      actions={
        <>
          {at > 0 && (
            <Button look="secondary" icon={ArrowLeft} onClick={screen.previous}>
              {t('previous')}
            </Button>
          )}
          <Button icon={ArrowRight} onClick={isLast ? screen.review : screen.next}>
            {isLast ? t('review') : t('next')}
          </Button>
        </>
      }
    >
      <div>
        <ProgressBar
          done={at + 1}
          total={steps.length}
          label={t('progress', { n: number(at + 1), of: number(steps.length) })}
        />
        <div className="mt-1">
          <SavedLine draftId={draftId} />
        </div>
      </div>
      <SaveTrouble draftId={draftId} />
      <DraftNews screen={screen} />
      {shownErrors.length > 0 && (
        <ErrorSummary
          store={store}
          errors={shownErrors}
          attempt={attempt}
          onGo={screen.goToField}
          action={
            !isLast && (
              <Button look="secondary" onClick={screen.nextAnyway}>
                {t('nextAnyway')}
              </Button>
            )
          }
        />
      )}
      <section
        aria-labelledby={stepHeadingId(step.id)}
        className="@container [&_:is(input,select,textarea,button)]:scroll-mb-32"
      >
        <h2
          ref={heading}
          id={stepHeadingId(step.id)}
          tabIndex={-1}
          className="mb-4 text-xl font-semibold outline-none"
        >
          {titleOf(step)}
        </h2>
        <StepBody key={step.id} stepId={step.id} />
      </section>
    </PageFrame>
  );
}
