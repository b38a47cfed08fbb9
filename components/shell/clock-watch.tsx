'use client';

import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import '@/lib/i18n/namespaces/clock';
import { ClockNotice } from './clock-notice';
import { NOTICES } from './notices-band';
import { useWrongClock } from './use-wrong-clock';

/** Says that the clock is wrong, and both times where the server's is known. Loaded when the store is asked: it knows the last contact. */
export default function ClockWatch() {
  const { t } = useTranslation('clock');
  const trouble = useWrongClock();
  if (trouble === null) return null;
  return (
    <div className={NOTICES}>
      {trouble.type === 'off' ? (
        <ClockNotice aheadMs={trouble.aheadMs} />
      ) : (
        <Notice tone="need" live="polite" title={t('wrong')}>
          {t('wrong.todo')}
        </Notice>
      )}
    </div>
  );
}
