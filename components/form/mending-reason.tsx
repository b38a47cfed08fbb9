'use client';

import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import { useBoard } from '@/lib/browser/use-board';
import '@/lib/i18n/namespaces/form';

/** Why the application that is being mended came back, in the department's own words; nothing for a new application. */
export function MendingReason({ supersedes }: { readonly supersedes: string | null }) {
  const { t } = useTranslation('form');
  const { items } = useBoard();
  const before = items.find(({ id }) => id === supersedes);
  if (before?.place.kind !== 'received' || before.place.note === null) return null;
  return (
    <Notice tone="need" title={t('mending.title')}>
      <p>{before.place.note}</p>
      <p className="mt-1 text-ink-soft">{t('mending.lead')}</p>
    </Notice>
  );
}
