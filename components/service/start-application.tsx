'use client';

import FilePlus2 from 'lucide-react/icons/file-plus-2';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useDevice } from '@/lib/browser/use-device';
import type { Answers } from '@/lib/forms/definition';
import '@/lib/i18n/namespaces/service';
import { useStartDraft } from './use-start-draft';
import { WhoApplies } from './who-applies';

export interface StartApplicationProps {
  readonly serviceId: string;
  /** What was said already and need not be asked again. */
  readonly answers?: Answers;
}

/** The one big button. On a device nobody uses yet it first asks, gently, who is here. */
export function StartApplication({ serviceId, answers }: StartApplicationProps) {
  const { t } = useTranslation('service');
  const { ready, person } = useDevice();
  const { start, busy, problem } = useStartDraft(serviceId, answers);
  const [asking, setAsking] = useState(false);
  const onStart = () => (person.kind === 'nobody' ? setAsking(true) : void start());
  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <Notice tone="need" live="assertive" title={t(`problem.${problem}.title`)}>
          {t(`problem.${problem}.body`)}
        </Notice>
      )}
      <Button icon={FilePlus2} busy={busy} disabled={!ready} onClick={onStart} className="w-full md:w-auto">
        {t('start')}
      </Button>
      <WhoApplies open={asking} onClose={() => setAsking(false)} onReady={() => void start()} />
    </div>
  );
}
