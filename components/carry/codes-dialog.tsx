'use client';

import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { codesOf, type ShownCodes } from '@/lib/browser/carry-show';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/carry';
import '@/lib/i18n/namespaces/common';
import { CodeSequence } from './code-sequence';

export interface CodesDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One waiting application as codes for another phone's camera, or as text for a message. */
export default function CodesDialog({ id, onClose }: CodesDialogProps) {
  const { t } = useTranslation(['carry', 'common']);
  const [shown, setShown] = useState<ShownCodes | null>(null);
  useEffect(() => {
    let gone = false;
    void codesOf(id, location.origin).then((codes) => !gone && setShown(codes));
    return () => {
      gone = true;
    };
  }, [id]);
  return (
    <Dialog open title={t('carry:show.title')} onClose={onClose}>
      {shown === null && <p role="status">{t('common:loading')}</p>}
      {shown?.type === 'codes' && <Codes shown={shown} />}
      {shown !== null && shown.type !== 'codes' && (
        <Notice tone={shown.type === 'arrived' ? 'done' : 'need'} title={t(`carry:show.${shown.type}`)} />
      )}
    </Dialog>
  );
}

function Codes({ shown }: { readonly shown: Extract<ShownCodes, { type: 'codes' }> }) {
  const { t } = useTranslation('carry');
  const { number } = useFormat();
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(shown.address).then(
      () => setCopied('copied'),
      () => setCopied('copyFailed'),
    );
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">{t('show.how')}</p>
      <CodeSequence frames={shown.frames} trackingCode={shown.trackingCode} />
      {shown.files > 0 && (
        <p className="text-sm">{t('show.files', { n: number(shown.files), count: shown.files })}</p>
      )}
      <p className="text-sm text-ink-soft">{t('show.after')}</p>
      <div>
        <Button look="quiet" icon={Copy} onClick={() => void copy()}>
          {t('show.copy')}
        </Button>
        <p role="status" className="text-sm">
          {copied !== null && t(`show.${copied}`)}
        </p>
      </div>
    </div>
  );
}
