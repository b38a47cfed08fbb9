'use client';

import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { useFromStore } from './form-context';
import type { FormStore } from './form-store';

/** The government fee as far as the answers decide it. */
export function FeeLine({ store }: { readonly store: FormStore }) {
  const { t } = useTranslation('form');
  const { taka } = useFormat();
  const total = useFromStore(store, (from) => from.exam().fee.totalBdt);
  const reason = useFromStore(store, (from) => from.exam().fee.reason);
  if (total === 0) return <p>{t('fee.free')}</p>;
  if (total !== null) return <p>{taka(total)}</p>;
  return <p>{reason === 'needs-answers' ? t('fee.needsAnswers') : t('fee.notStated')}</p>;
}
