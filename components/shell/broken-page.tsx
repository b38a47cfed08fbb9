'use client';

import House from 'lucide-react/icons/house';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import '@/lib/i18n/namespaces/shell';

/** A page that threw: the work is in the database, so the way out is to try again or to go home. */
export function BrokenPage({ onTryAgain }: { readonly onTryAgain: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <PageFrame title={t('error.title')}>
      <Notice
        tone="need"
        live="assertive"
        title={t('error.safe')}
        action={
          <>
            <Button icon={RotateCcw} onClick={onTryAgain}>
              {t('error.again')}
            </Button>
            <LinkButton href="/" look="secondary" icon={House}>
              {t('error.home')}
            </LinkButton>
          </>
        }
      >
        {t('error.body')}
      </Notice>
    </PageFrame>
  );
}
