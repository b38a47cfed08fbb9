'use client';

import { useTranslation } from 'react-i18next';
import '@/lib/i18n/namespaces/common';

export const MAIN_ID = 'main';

/** First stop of the keyboard: jumps over the bars. */
export function SkipLink() {
  const { t } = useTranslation('common');
  return (
    <a
      href={`#${MAIN_ID}`}
      className="sr-only z-50 bg-paper font-semibold text-leaf focus:not-sr-only focus:fixed focus:px-4 focus:py-3 focus:top-2 focus:left-2"
    >
      {t('skipToContent')}
    </a>
  );
}
