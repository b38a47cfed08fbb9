'use client';

import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import { useDevice } from '@/lib/browser/use-device';
import '@/lib/i18n/namespaces/shell';
import { NOTICES } from './notices-band';
import { SessionNotice } from './session-notice';

// Most stores open, and a clock is judged by the store's last contact.
const NotedCodes = lazy(() => import('./noted-codes'));
const ClockWatch = lazy(() => import('./clock-watch'));

/** What would cost a person work if it stayed unsaid: no storage, another window in the way, a wrong clock, a lost session. */
export function TroubleNotices() {
  const { t } = useTranslation('shell');
  const { ready, store, sessionNeeded } = useDevice();
  const storeTrouble = store === 'unavailable' || store === 'blocked' || store === 'down' ? store : null;
  return (
    <>
      {ready && (
        <Suspense>
          <ClockWatch />
        </Suspense>
      )}
      {(storeTrouble || sessionNeeded) && (
        <div className={NOTICES}>
          {storeTrouble && (
            <Notice tone="need" live="assertive" title={t(`store.${storeTrouble}.title`)}>
              {t(`store.${storeTrouble}.body`)}
              <Suspense>
                <NotedCodes />
              </Suspense>
            </Notice>
          )}
          {sessionNeeded && <SessionNotice />}
        </div>
      )}
    </>
  );
}
