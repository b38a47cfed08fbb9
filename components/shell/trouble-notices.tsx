'use client';

import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import { useDevice } from '@/lib/browser/use-device';
import '@/lib/i18n/namespaces/shell';
import { SessionNotice } from './session-notice';
import { useWrongClock } from './use-wrong-clock';

// Most stores open, and most clocks are right.
const NotedCodes = lazy(() => import('./noted-codes'));
const ClockNotice = lazy(() => import('./clock-notice'));

/** What would cost a person work if it stayed unsaid: no storage, another window in the way, a wrong clock, a lost session. */
export function TroubleNotices() {
  const { t } = useTranslation('shell');
  const { store, sessionNeeded } = useDevice();
  const wrongClock = useWrongClock();
  const storeTrouble = store === 'unavailable' || store === 'blocked' || store === 'down' ? store : null;
  if (!storeTrouble && !wrongClock && !sessionNeeded) return null;
  return (
    <div className="mx-auto flex max-w-7xl flex-col gap-3 px-4 pt-4 print:hidden">
      {storeTrouble && (
        <Notice tone="need" live="assertive" title={t(`store.${storeTrouble}.title`)}>
          {t(`store.${storeTrouble}.body`)}
          <Suspense>
            <NotedCodes />
          </Suspense>
        </Notice>
      )}
      {wrongClock?.type === 'off' && (
        <Suspense>
          <ClockNotice aheadMs={wrongClock.aheadMs} />
        </Suspense>
      )}
      {wrongClock?.type === 'impossible' && (
        <Notice tone="need" live="polite" title={t('clock.title')}>
          {t('clock.body')}
        </Notice>
      )}
      {sessionNeeded && <SessionNotice />}
    </div>
  );
}
