'use client';

import Download from 'lucide-react/icons/download';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import '@/lib/i18n/namespaces/shell';
import { useInstallPrompt } from '@/lib/pwa/use-install-prompt';

/** Offers to keep the app on the device, only where the browser would do it now. */
export function InstallPrompt() {
  const { t } = useTranslation('shell');
  const { offered, ask } = useInstallPrompt();
  if (!offered) return null;
  return (
    <Notice
      tone="info"
      title={t('install.title')}
      action={
        <Button look="secondary" icon={Download} onClick={() => void ask()}>
          {t('install.action')}
        </Button>
      }
    >
      {t('install.body')}
    </Notice>
  );
}
