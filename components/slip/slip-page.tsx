'use client';

import FileQuestion from 'lucide-react/icons/file-question-mark';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { useSlip } from '@/lib/browser/use-slip';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/slip';
import { PaperChoice } from './paper-choice';
import { type PaperSize, pageRule, readPaperSize } from './paper-size';
import { SlipActions } from './slip-actions';
import { SlipSheet } from './slip-sheet';

/** The slip of one queued application, to print, and the way on from it. */
export function SlipPage() {
  const { t } = useTranslation('slip');
  const { t: common } = useTranslation('common');
  const slip = useSlip(useSearchParams().get('id') ?? '');
  const [paper, setPaper] = useState<PaperSize>('a4');
  const [origin, setOrigin] = useState('');

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

  return (
    <div className={paper === 'a4' ? undefined : 'print:text-[11px] print:leading-snug'}>
      <style>{pageRule(paper)}</style>
      <PageFrame title={t('title')} actions={<SlipActions slip={slip} />}>
        <SlipSheet slip={slip} origin={origin} />
        <PaperChoice paper={paper} onChoose={setPaper} />
      </PageFrame>
    </div>
  );
}
