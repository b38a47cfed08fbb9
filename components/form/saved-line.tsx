'use client';

import Check from 'lucide-react/icons/check';
import HardDrive from 'lucide-react/icons/hard-drive';
import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import type { DraftHandle } from '@/lib/browser/api';
import { useDraftParts } from '@/lib/browser/use-draft';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';

const SAVING_PARTS = ['saveState', 'saveProblem', 'savedAt'] as const;

type Saving = Pick<DraftHandle, (typeof SAVING_PARTS)[number]>;

interface SavingProps {
  readonly draftId: string;
}

/** Whether the work is on this device: "saved" only after the commit. */
export function SavedLine({ draftId }: SavingProps) {
  // A key is drawn first; what became of it is said with the next frame.
  const saving = useDeferredValue(useDraftParts(draftId, SAVING_PARTS));
  return <SavedWords saving={saving} />;
}

const SavedWords = memo(function SavedWords({ saving }: { readonly saving: Saving }) {
  const { saveState, savedAt } = saving;
  const { t } = useTranslation('form');
  const { time } = useFormat();
  if (saveState === 'not-saved') return null;
  return (
    <p className="flex items-center gap-1.5 text-sm text-ink-soft">
      {saveState === 'saved' ? (
        <>
          <Check aria-hidden size={18} className="shrink-0 text-leaf" />
          {savedAt === null ? t('saved') : t('savedAt', { time: time(savedAt) })}
        </>
      ) : (
        <>
          <HardDrive aria-hidden size={18} className="shrink-0" />
          {t('saving')}
        </>
      )}
    </p>
  );
});

/** What stops the saving, and what to do before going on. */
export function SaveTrouble({ draftId }: SavingProps) {
  const { saveState, saveProblem } = useDraftParts(draftId, SAVING_PARTS);
  const { t } = useTranslation('form');
  if (saveState !== 'not-saved') return null;
  const type = saveProblem?.type ?? 'store-down';
  return (
    <Notice tone="need" live="assertive" title={t('notSaved')}>
      {t(`notSaved.${type}`)}
    </Notice>
  );
}
