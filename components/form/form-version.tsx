'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { MoveProblem } from '@/lib/browser/api';
import { useCatalogue } from '@/lib/browser/use-catalogue';
import { useDraftParts } from '@/lib/browser/use-draft';
import '@/lib/i18n/namespaces/moved';
import { MovedAnswersNotice } from './moved-answers';
import type { FormScreen } from './use-form-screen';

const PARTS = ['moved'] as const;

/** What the version of the form means for this draft: that there is a newer one, or what became of the answers in it. */
export function FormVersion({ screen }: { readonly screen: FormScreen }) {
  const { moved } = useDraftParts(screen.draftId, PARTS);
  const { services } = useCatalogue();
  const { id, version } = screen.store.definition;
  if (moved !== null && moved.understood !== true)
    return <MovedAnswersNotice screen={screen} moved={moved} />;
  const isOld = services.some((service) => service.id === id && service.version > version);
  return isOld ? <NewerForm draftId={screen.draftId} /> : null;
}

function NewerForm({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('moved');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<MoveProblem['type'] | null>(null);
  const move = async () => {
    setBusy(true);
    const { moveDraft } = await import('@/lib/browser/move-draft');
    const made = await moveDraft(draftId);
    if (made.ok) return router.replace(`/apply?draft=${made.value.id}`);
    setProblem(made.problem.type);
    setBusy(false);
  };
  return (
    <Notice
      tone="info"
      title={t('newer')}
      action={
        <Button look="secondary" busy={busy} onClick={() => void move()}>
          {t('move')}
        </Button>
      }
    >
      <p>{t('newerWhy')}</p>
      {problem && (
        <p role="alert" className="mt-2 text-need">
          {t(`failed.${problem}`)}
        </p>
      )}
    </Notice>
  );
}
