'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import '@/lib/i18n/namespaces/track';
import { readFragment } from './read-fragment';
import type { TrackingInput } from './read-tracking-input';
import { TrackForm } from './track-form';
import { TrackSteps } from './track-steps';
import { useTracking } from './use-tracking';

/** Where is my application: code and check from the slip, on any phone, with no name asked. */
export function TrackPage() {
  const { t } = useTranslation('track');
  const { answer, ask } = useTracking();
  const result = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<TrackingInput>({ code: '', check: '' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, when the page opens
  useEffect(() => {
    const scanned = readFragment(window.location.hash);
    if (scanned.code === '') return;
    // Out of the address bar and the history: the next person on this phone must not find it.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    setTyped(scanned);
    if (scanned.check !== '') void ask(scanned);
  }, []);

  const isAnswered = answer.kind === 'found' || answer.kind === 'failed';
  // On a phone the answer stands below the fold: it would look as if nothing happened.
  useEffect(() => {
    if (isAnswered) result.current?.scrollIntoView({ block: 'start' });
  }, [isAnswered]);

  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <TrackForm
        typed={typed}
        onTyped={setTyped}
        busy={answer.kind === 'asking'}
        problem={answer.kind === 'typed-wrong' ? answer.problem : null}
        onAsk={() => void ask(typed)}
      />
      <div ref={result} aria-live="polite" className="flex scroll-mt-24 flex-col gap-4">
        {answer.kind === 'asking' && <p>{t('asking')}</p>}
        {answer.kind === 'failed' && (
          <Notice
            tone={answer.problem === 'no-line' ? 'wait' : 'need'}
            title={t(`failed.${answer.problem}.title`)}
          >
            {t(`failed.${answer.problem}.body`)}
          </Notice>
        )}
        {answer.kind === 'found' && <TrackSteps track={answer.track} />}
      </div>
    </PageFrame>
  );
}
