'use client';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { BoardItem } from '@/lib/browser/api';
import '@/lib/i18n/namespaces/board';
import { saveItem } from './save-item';

interface WithdrawDialogProps {
  readonly item: BoardItem;
  readonly onClose: () => void;
  readonly onWithdraw: () => void;
}

type Step = 'asked' | 'without-file' | 'not-saved';

/** Taking back needs a file first, or a second yes. Says truthfully when it may be too late. */
export function WithdrawDialog({ item, onClose, onWithdraw }: WithdrawDialogProps) {
  const { t } = useTranslation('board');
  const [step, setStep] = useState<Step>('asked');
  const [busy, setBusy] = useState(false);
  const saveAndWithdraw = async () => {
    setBusy(true);
    const saved = await saveItem(item.id);
    setBusy(false);
    if (saved) onWithdraw();
    else setStep('not-saved');
  };
  return (
    <Dialog
      open
      title={t('withdraw.title', { code: item.trackingCode ?? '' })}
      onClose={onClose}
      actions={
        <>
          <Button look="secondary" onClick={onClose}>
            {t('withdraw.stay')}
          </Button>
          {step === 'without-file' ? (
            <Button look="danger" onClick={onWithdraw}>
              {t('withdraw.yes')}
            </Button>
          ) : (
            <>
              <Button look="danger" onClick={() => setStep('without-file')}>
                {t('withdraw.withoutFile')}
              </Button>
              <Button busy={busy} onClick={() => void saveAndWithdraw()}>
                {t('withdraw.withFile')}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {step !== 'without-file' && <p>{t('withdraw.body')}</p>}
        {item.facts?.mayHaveArrived && <Notice tone="need" title={t('withdraw.mayHaveArrived')} />}
        {step === 'without-file' && (
          <Notice tone="need" live="assertive" title={t('withdraw.sure')}>
            {t('withdraw.sureBody')}
          </Notice>
        )}
        {step === 'not-saved' && <Notice tone="need" live="assertive" title={t('news.not-possible')} />}
      </div>
    </Dialog>
  );
}
