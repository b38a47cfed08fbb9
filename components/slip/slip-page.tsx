'use client';

import FileQuestion from 'lucide-react/icons/file-question-mark';
import { useSearchParams } from 'next/navigation';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { SelectInput } from '@/components/ui/select-input';
import { useSlip } from '@/lib/browser/use-slip';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/slip';
import { PAPER_SIZES, type PaperSize, pageRule, readPaperSize, savePaperSize } from './paper-size';
import { SlipActions } from './slip-actions';
import { SlipSheet } from './slip-sheet';

/** The slip of one queued application, to print, and the way on from it. */
export function SlipPage() {
  const { t } = useTranslation('slip');
  const { t: common } = useTranslation('common');
  const slip = useSlip(useSearchParams().get('id') ?? '');
  const [paper, setPaper] = useState<PaperSize>('a4');
  const [origin, setOrigin] = useState('');
  const paperId = useId();

  useEffect(() => {
    setPaper(readPaperSize());
    setOrigin(window.location.origin);
  }, []);

  if (slip.status === 'loading')
    return (
      <PageFrame title={t('title')}>
        <p role="status">{common('loading')}</p>
      </PageFrame>
    );
  if (slip.status === 'missing')
    return (
      <PageFrame title={t('title')} back="/board">
        <EmptyState
          icon={FileQuestion}
          title={t('missing.title')}
          action={
            <LinkButton href="/track" prefetch={false}>
              {t('missing.track')}
            </LinkButton>
          }
        >
          {t('missing.lead')}
        </EmptyState>
      </PageFrame>
    );

  const choosePaper = (size: PaperSize) => {
    setPaper(size);
    savePaperSize(size);
  };
  return (
    <div className={paper === 'a4' ? undefined : 'print:text-[11px] print:leading-snug'}>
      <style>{pageRule(paper)}</style>
      <PageFrame title={t('title')} actions={<SlipActions slip={slip} />}>
        <SlipSheet slip={slip} origin={origin} />
        <div className="mx-auto w-full max-w-2xl print:hidden">
          <label htmlFor={paperId} className="block font-semibold">
            {t('paper')}
          </label>
          <SelectInput
            id={paperId}
            value={paper}
            onChange={(event) => choosePaper(PAPER_SIZES.find((size) => size === event.target.value) ?? 'a4')}
          >
            {PAPER_SIZES.map((size) => (
              <option key={size} value={size}>
                {t(`paper.${size}`)}
              </option>
            ))}
          </SelectInput>
        </div>
      </PageFrame>
    </div>
  );
}
