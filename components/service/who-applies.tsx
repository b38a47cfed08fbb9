'use client';

import LogIn from 'lucide-react/icons/log-in';
import PencilLine from 'lucide-react/icons/pencil-line';
import UserRound from 'lucide-react/icons/user-round';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { EnrolProblem } from '@/lib/browser/api';
import { enrolPersonal } from '@/lib/browser/device-actions';
import { useDevice } from '@/lib/browser/use-device';
import '@/lib/i18n/namespaces/service';

export interface WhoAppliesProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The citizen may write: the device is enrolled, or will be before handing in. */
  readonly onReady: () => void;
}

/** First use of a device: a citizen for themselves, or an operator of a centre. */
export function WhoApplies({ open, onClose, onReady }: WhoAppliesProps) {
  const { t } = useTranslation('service');
  // On a counter's machine a draft without an owner would be seen by whoever comes next.
  const isCounter = useDevice().kind === 'centre';
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<EnrolProblem['type'] | null>(null);
  const chooseSelf = async () => {
    setBusy(true);
    const enrolled = await enrolPersonal(t('whoApplies.deviceName'));
    setBusy(false);
    setProblem(enrolled.ok ? null : enrolled.problem.type);
    if (enrolled.ok) goOn();
  };
  const goOn = () => {
    onClose();
    onReady();
  };
  // A draft needs no server; only handing in does.
  const canWrite = problem !== null && problem !== 'storage-full' && problem !== 'store-down';
  return (
    <Dialog open={open} onClose={onClose} title={t('whoApplies.title')}>
      <div className="flex flex-col gap-3">
        <p>{t(isCounter ? 'whoApplies.counter' : 'whoApplies.body')}</p>
        {problem && (
          <Notice tone="need" live="assertive" title={t(`enrol.${problem}.title`)}>
            {t(`enrol.${problem}.body`)}
            {canWrite && <p>{t('whoApplies.writeNow')}</p>}
          </Notice>
        )}
        {canWrite && (
          <Button icon={PencilLine} onClick={goOn}>
            {t('whoApplies.writeAnyway')}
          </Button>
        )}
        {!isCounter && (
          <Button
            look={canWrite ? 'secondary' : 'primary'}
            icon={UserRound}
            busy={busy}
            onClick={() => void chooseSelf()}
          >
            {t('whoApplies.self')}
          </Button>
        )}
        <LinkButton href="/sign-in" prefetch={false} look={isCounter ? 'primary' : 'secondary'} icon={LogIn}>
          {t('whoApplies.operator')}
        </LinkButton>
      </div>
    </Dialog>
  );
}
