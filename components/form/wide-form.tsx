'use client';

import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { ErrorSummary } from './error-summary';
import { focusStep } from './focus-step';
import { KEY_CAPS } from './form-keys';
import { DraftNews } from './later-parts';
import { LiveSummary } from './live-summary';
import { SavedLine, SaveTrouble } from './saved-line';
import { SectionRail } from './section-rail';
import { StepBody } from './step-body';
import { stepHeadingId } from './step-heading-id';
import type { Step } from './steps';
import { useDrawnSteps } from './use-drawn-steps';
import type { FormScreen } from './use-form-screen';
import { useStepTitle } from './use-step-title';
import { useWhereTheyLeft } from './use-where-they-left';

/** The counter's form: everything at once, sections at the left, what it comes to at the right. */
export function WideForm({ screen }: { readonly screen: FormScreen }) {
  const { store, draftId, steps, at, shownErrors, attempt } = screen;
  const { t } = useTranslation('form');
  const { text } = useFormat();
  const titleOf = useStepTitle();
  const goTo = (step: Step) => {
    screen.goToStep(step);
    focusStep(step.id);
  };
  const isDrawn = useDrawnSteps(
    steps.map(({ id }) => id),
    at,
  );
  useWhereTheyLeft(steps, at);
  return (
    <PageFrame
      title={text(store.definition.name)}
      tabTitle={t('title')}
      width="wide"
      back="/board"
      aside={<SavedLine draftId={draftId} />}
    >
      <SaveTrouble draftId={draftId} />
      <DraftNews screen={screen} />
      <div className="grid grid-cols-[12.5rem_minmax(0,1fr)_15rem] items-start gap-6">
        <div className="sticky top-20 flex max-h-[calc(100dvh-6rem)] flex-col gap-3 overflow-y-auto p-1">
          <SectionRail steps={steps} at={at} onGo={goTo} />
          <p className="px-2 text-sm text-ink-soft">
            {t('keys', { next: KEY_CAPS.next, previous: KEY_CAPS.previous, save: KEY_CAPS.save })}
          </p>
        </div>
        <div className="@container flex min-w-0 flex-col gap-6">
          {shownErrors.length > 0 && (
            <ErrorSummary store={store} errors={shownErrors} attempt={attempt} onGo={screen.goToField} />
          )}
          {steps.map((step, index) => (
            <section
              key={step.id}
              aria-labelledby={stepHeadingId(step.id)}
              onFocus={() => screen.arriveAt(index)}
              className="form-section rounded-card border border-line bg-paper/60 p-5"
            >
              <h2
                id={stepHeadingId(step.id)}
                tabIndex={-1}
                className="mb-4 scroll-mt-24 text-xl font-semibold outline-none"
              >
                {titleOf(step)}
              </h2>
              {isDrawn(step.id) ? <StepBody stepId={step.id} /> : <div className="min-h-80" />}
            </section>
          ))}
        </div>
        <div className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto p-1">
          <LiveSummary
            store={store}
            action={
              <div>
                <Button icon={ClipboardCheck} className="w-full" onClick={screen.review}>
                  {t('review')}
                </Button>
                <p className="mt-1 text-center text-sm text-ink-soft">
                  {t('reviewKey', { keys: KEY_CAPS.review })}
                </p>
              </div>
            }
          />
        </div>
      </div>
    </PageFrame>
  );
}
