'use client';

import FileDown from 'lucide-react/icons/file-down';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { exportUnsent } from '@/lib/browser/export-unsent';
import '@/lib/i18n/namespaces/settings';
import { useFormat } from '@/lib/i18n/use-format';
import { downloadFile } from './download-file';
import { Part } from './part';

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'saved'; readonly count: number };

/** Sealed, unsent work as one file: for a pen-drive, before a repair, or when the line stays away. */
export function UnsentPart() {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const save = async () => {
    setBusy(true);
    const file = await exportUnsent();
    setBusy(false);
    if (!file.ok) return setOutcome({ kind: 'failed' });
    if (file.value.count > 0) downloadFile(file.value.blob, file.value.fileName);
    setOutcome({ kind: 'saved', count: file.value.count });
  };
  return (
    <Part title={t('unsent.title')} anchor="unsent">
      <p>{t('unsent.body')}</p>
      <Button look="secondary" icon={FileDown} busy={busy} onClick={() => void save()}>
        {t('unsent.action')}
      </Button>
      <p role="status">
        {outcome.kind === 'failed' && t('unsent.failed')}
        {outcome.kind === 'saved' &&
          (outcome.count === 0
            ? t('unsent.nothing')
            : t('unsent.saved', { n: number(outcome.count), count: outcome.count }))}
      </p>
      {outcome.kind === 'saved' && outcome.count > 0 && <p>{t('unsent.how')}</p>}
    </Part>
  );
}
