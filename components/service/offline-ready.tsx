'use client';

import CloudCheck from 'lucide-react/icons/cloud-check';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '@/lib/browser/use-catalogue';
import '@/lib/i18n/namespaces/home';
import { useFormat } from '@/lib/i18n/use-format';
import { useOfflineReady } from '@/lib/pwa/use-app-update';

/** Says when this device can go on without a line, so that nobody walks away too early. */
export function OfflineReady() {
  const { t } = useTranslation('home');
  const { services, formsHere } = useCatalogue();
  const { number } = useFormat();
  const pages = useOfflineReady();
  if (pages === 'unknown') return null;
  if (pages === 'failed') return <p className="text-sm text-ink-soft">{t('ready.failed')}</p>;
  const ready = pages === 'ready' && formsHere > 0;
  const isPart = ready && formsHere < services.length;
  return (
    <div className="text-sm text-ink-soft">
      <p role="status" className="flex items-center gap-2">
        <CloudCheck aria-hidden size={20} className={ready ? 'text-leaf' : 'text-ink-soft'} />
        {ready ? t('ready.yes') : t('ready.preparing')}
      </p>
      {/* no status: it changes with every form that comes in, and would be read out each time */}
      {isPart && <p>{t('ready.forms', { here: number(formsHere), of: number(services.length) })}</p>}
    </div>
  );
}
