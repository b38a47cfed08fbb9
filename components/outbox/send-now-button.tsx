'use client';

import Send from 'lucide-react/icons/send';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { syncNow } from '@/lib/browser/sync-now';
import '@/lib/i18n/namespaces/board';

/** Tries at once. The rows themselves say what came of it; the button never claims success. */
export function SendNowButton() {
  const { t } = useTranslation('board');
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    await syncNow().finally(() => setBusy(false));
  };
  return (
    <Button look="secondary" icon={Send} busy={busy} onClick={() => void send()}>
      {busy ? t('sending') : t('sendNow')}
    </Button>
  );
}
