'use client';

import { useTranslation } from 'react-i18next';
import '@/lib/i18n/namespaces/common';

/** Holds the place of a widget whose code is on its way. */
export function WidgetLoading() {
  const { t } = useTranslation('common');
  return (
    <p className="min-h-touch rounded-xl border border-dashed border-line px-4 py-2 text-ink-soft">
      {t('loading')}
    </p>
  );
}
