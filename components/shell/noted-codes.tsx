'use client';

import { useTranslation } from 'react-i18next';
import { ledgerStorage, readLedger } from '@/lib/browser/queue-ledger';
import { useDevice } from '@/lib/browser/use-device';
import '@/lib/i18n/namespaces/keep';
import { useFormat } from '@/lib/i18n/use-format';
import { notedCodes } from './noted';

/** What waited in a store that does not open now: its codes were noted beside it. A centre's are shown to its own device only. */
export default function NotedCodes() {
  const { t } = useTranslation('keep');
  const { number } = useFormat();
  const { centre } = useDevice();
  const { codes, hidden } = notedCodes(readLedger(ledgerStorage()), centre?.id ?? null);
  return (
    <>
      {codes.length > 0 && (
        <>
          <p className="mt-2">{t('noted', { n: number(codes.length), count: codes.length })}</p>
          <p className="font-mono tracking-wide">{codes.join(' · ')}</p>
        </>
      )}
      {hidden > 0 && <p className="mt-2">{t('notedOfCentre', { n: number(hidden), count: hidden })}</p>}
    </>
  );
}
