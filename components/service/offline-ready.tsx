'use client';

import CloudCheck from 'lucide-react/icons/cloud-check';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '@/lib/browser/use-catalogue';
import '@/lib/i18n/namespaces/home';
import { useOfflineReady } from '@/lib/pwa/use-app-update';

/** Says when this device can go on without a line, so that nobody walks away too early. */
export function OfflineReady() {
  const { t } = useTranslation('home');
  const { services } = useCatalogue();
  const pages = useOfflineReady();
  if (pages === 'unknown') return null;
  if (pages === 'failed') return <p className="text-sm text-ink-soft">{t('ready.failed')}</p>;
  const ready = pages === 'ready' && services.length > 0;
  return (
    <p role="status" className="flex items-center gap-2 text-sm text-ink-soft">
      <CloudCheck aria-hidden size={20} className={ready ? 'text-leaf' : 'text-ink-soft'} />
      {ready ? t('ready.yes') : t('ready.preparing')}
    </p>
  );
}
