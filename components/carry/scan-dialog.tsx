'use client';

import { useTranslation } from 'react-i18next';
import { useCamera } from '@/components/attachment/use-camera';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { CodedItem } from '@/lib/browser/carry-code';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/carry';
import { useCodeScan } from './use-code-scan';

export interface ScanDialogProps {
  readonly onClose: () => void;
  readonly onItem: (item: CodedItem) => void;
}

/** Reads the codes that another screen shows, one after the other, in any order. */
export default function ScanDialog({ onClose, onItem }: ScanDialogProps) {
  const { t } = useTranslation('carry');
  const { number } = useFormat();
  const { state, videoRef } = useCamera();
  const scan = useCodeScan(videoRef, onItem);
  if (state !== 'starting' && state !== 'live')
    return (
      <Dialog open title={t('scan.title')} onClose={onClose}>
        <Notice tone="need" title={t(`scan.${state}`)} live="assertive">
          {t('scan.instead')}
        </Notice>
      </Dialog>
    );
  return (
    <Dialog open title={t('scan.title')} onClose={onClose}>
      <p className="mb-3 text-sm">{t('scan.hint')}</p>
      <div className="overflow-hidden rounded-card bg-ink">
        <video
          ref={videoRef}
          autoPlay
          playsInline
          muted
          aria-label={t('scan.view')}
          className="max-h-[45vh] w-full object-cover"
        />
      </div>
      <div role="status" className="mt-3">
        {state === 'starting' && <p>{t('scan.starting')}</p>}
        {scan.kind === 'foreign' && <p>{t('scan.foreign')}</p>}
        {scan.kind === 'some' && (
          <ProgressBar
            done={scan.have}
            total={scan.of}
            label={t('scan.some', { have: number(scan.have), of: number(scan.of) })}
          />
        )}
      </div>
    </Dialog>
  );
}
