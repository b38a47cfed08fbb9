'use client';

import { useTranslation } from 'react-i18next';
import { ledgerStorage, readLedger } from '@/lib/browser/queue-ledger';
import '@/lib/i18n/namespaces/keep';
import { useFormat } from '@/lib/i18n/use-format';
import { notedCodes } from './noted';

/** What waited in a store that does not open now: its codes were noted beside it. */
export default function NotedCodes() {
  const { t } = useTranslation('keep');
  const { number } = useFormat();
  const codes = notedCodes(readLedger(ledgerStorage()));
  if (codes.length === 0) return null;
  return (
    <>
      <p className="mt-2">{t('noted', { n: number(codes.length), count: codes.length })}</p>
      <p className="font-mono tracking-wide">{codes.join(' · ')}</p>
    </>
  );
}
