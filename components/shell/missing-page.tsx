'use client';

import House from 'lucide-react/icons/house';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import '@/lib/i18n/namespaces/shell';

/** An address that leads nowhere: says so and shows the way back. */
export function MissingPage() {
  const { t } = useTranslation('shell');
  return (
    <PageFrame title={t('missing.title')} lead={t('missing.body')}>
      <LinkButton href="/" icon={House} className="self-start">
        {t('error.home')}
      </LinkButton>
    </PageFrame>
  );
}
