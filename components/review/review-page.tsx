'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftGate, type OpenDraft } from '@/components/form/draft-gate';
import { ErrorSummary } from '@/components/form/error-summary';
import { PAPERS } from '@/components/form/exam';
import { useFromStore } from '@/components/form/form-context';
import { SavedLine, SaveTrouble } from '@/components/form/saved-line';
import { useFormKeys } from '@/components/form/use-form-keys';
import { useFormOfDraft } from '@/components/form/use-form-of-draft';
import { Button, LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageFrame } from '@/components/ui/page-frame';
import type { QueueProblem } from '@/lib/browser/api';
import { prepareQueue } from '@/lib/browser/prepare-queue';
import { useDevice } from '@/lib/browser/use-device';
import { whenQuiet } from '@/lib/browser/when-quiet';
import '@/lib/i18n/namespaces/review';
import { useFormat } from '@/lib/i18n/use-format';
import { AnswerSections } from './answer-sections';
import { ConsentCard } from './consent-card';
import { FeeCard } from './fee-card';
import { PapersGiven } from './papers-given';
import { QueueTrouble } from './queue-trouble';
import { queueWithEnrolment } from './queue-with-enrolment';
import { useReviewedDraft } from './reviewed-draft';
import { SectionLink } from './section-link';

/** Nobody reads a whole application sooner, milliseconds. */
const PREPARED_WITHIN = 2_000;

/** Reads an application back, takes consent and fee, and queues it. */
export function ReviewPage() {
  const { t } = useTranslation('review');
  return <DraftGate title={t('title')}>{(draft) => <ReviewOfDraft opened={draft} />}</DraftGate>;
}

function ReviewOfDraft({ opened }: { readonly opened: OpenDraft }) {
  const draft = useReviewedDraft(opened);
  const { t } = useTranslation('review');
  const router = useRouter();
  const format = useFormat();
  const { person } = useDevice();
  const { store } = useFormOfDraft(opened);
  const exam = useFromStore(store, (from) => from.exam());
  const [large, setLarge] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setProblem] = useState<QueueProblem | null>(null);
  const noConsent = refused?.type === 'consent-missing' && draft.consent === null ? refused : null;
  const trouble = refused?.type === 'consent-missing' ? null : refused;
  const charge = useRef<HTMLInputElement>(null);
  const [attempt, setAttempt] = useState(0);
  const form = `/apply?draft=${encodeURIComponent(draft.id)}`;
  const errors = useMemo(() => exam.errors, [exam]);

  // While the person reads.
  useEffect(() => whenQuiet(() => void prepareQueue(draft.id), PREPARED_WITHIN), [draft.id]);

  const change = (sectionId: string) => {
    draft.setSection(sectionId);
    router.push(form);
  };
  const goToField = (pointer: string) => {
    const section = store.sectionOf(pointer) ?? '';
    draft.setSection(section);
    router.push(`${form}&section=${encodeURIComponent(section)}&field=${encodeURIComponent(pointer)}`);
  };
  const queue = async () => {
    setAttempt((before) => before + 1);
    if (errors.length > 0) return;
    if (charge.current?.getAttribute('aria-invalid') === 'true') return charge.current.focus();
    setBusy(true);
    const queued = await queueWithEnrolment(draft, person.kind, t('deviceName'));
    setBusy(false);
    if (queued.ok) return router.replace(`/slip?id=${encodeURIComponent(queued.value.id)}`);
    setProblem(queued.problem);
  };

  useFormKeys((key) => {
    if (key === 'review' && !busy) void queue();
  });

  return (
    <PageFrame
      title={t('title')}
      lead={format.text(draft.definition.name)}
      width="wide"
      aside={
        <label className="inline-flex min-h-touch cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            className="size-6 accent-leaf"
            checked={large}
            onChange={(event) => setLarge(event.target.checked)}
          />
          {t('large')}
        </label>
      }
      actions={
        <>
          <LinkButton look="secondary" href={form} prefetch={false}>
            {t('toForm')}
          </LinkButton>
          <Button busy={busy} onClick={() => void queue()}>
            {t('queue')}
          </Button>
        </>
      }
    >
      <SaveTrouble draftId={draft.id} />
      {errors.length > 0 && <ErrorSummary store={store} errors={errors} attempt={attempt} onGo={goToField} />}
      <p className="text-ink-soft">{person.kind === 'operator' ? t('lead') : t('lead.self')}</p>
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Card>
          <AnswerSections
            heading="h2"
            definition={draft.definition}
            optionSets={draft.optionSets}
            answers={exam.view.answers}
            today={exam.view.today}
            large={large}
            action={(id, title) => <SectionLink title={title} onGo={() => change(id)} />}
          />
          <PapersGiven draft={draft} exam={exam} onChange={() => change(PAPERS)} />
        </Card>
        <div className="flex flex-col gap-6">
          <ConsentCard draft={draft} missing={noConsent} />
          <FeeCard draft={draft} fee={exam.fee} box={charge} />
          <p className="text-ink-soft">{t('queue.lead')}</p>
          {trouble && <QueueTrouble problem={trouble} />}
          <SavedLine draftId={draft.id} />
        </div>
      </div>
    </PageFrame>
  );
}
