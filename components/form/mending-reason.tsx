'use client';

import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import { useBoard } from '@/lib/browser/use-board';
import { useDraftParts } from '@/lib/browser/use-draft';
import '@/lib/i18n/namespaces/moved';

const MENDED_PARTS = ['supersedes'] as const;

/** Why the application that is being mended came back, in the department's own words; nothing for a new application. */
export function MendingReason({ draftId }: { readonly draftId: string }) {
  const { supersedes } = useDraftParts(draftId, MENDED_PARTS);
  return supersedes === null ? null : <ReasonOf supersedes={supersedes} />;
}

function ReasonOf({ supersedes }: { readonly supersedes: string }) {
  const { t } = useTranslation('moved');
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
