'use client';

import Clock from 'lucide-react/icons/clock';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import '@/lib/i18n/namespaces/shell';
import { useAppUpdate } from '@/lib/pwa/use-app-update';

/** Offers the new version, never takes it by itself, and stays away while a form is open. */
export function UpdatePrompt({ mayInterrupt }: { readonly mayInterrupt: boolean }) {
  const { t } = useTranslation('shell');
  const { ready, apply } = useAppUpdate();
  const [later, setLater] = useState(false);
  if (!ready || later || !mayInterrupt) return null;
  return (
    <div className="fixed inset-x-0 bottom-(--nav-height) z-30 mx-auto max-w-xl p-3 print:hidden">
      <Notice
        tone="info"
        live="polite"
        title={t('update.title')}
        action={
          <>
            <Button icon={RefreshCw} onClick={apply}>
              {t('update.now')}
            </Button>
            <Button look="quiet" icon={Clock} onClick={() => setLater(true)}>
              {t('update.later')}
            </Button>
          </>
        }
      >
        {t('update.body')}
      </Notice>
    </div>
  );
}
