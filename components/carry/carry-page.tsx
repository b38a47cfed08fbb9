'use client';

import Send from 'lucide-react/icons/send';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { useCarry } from '@/lib/browser/use-carry';
import '@/lib/i18n/namespaces/carry';
import '@/lib/i18n/namespaces/common';
import { PackageCard } from './package-card';
import { TakeInCard } from './take-in-card';

/** Sealed work of other devices: take it in, see how it goes, give the receipts back. Needs no enrolment. */
export function CarryPage() {
  const { t } = useTranslation(['carry', 'common']);
  const { ready, packages, sending, wait } = useCarry();
  const canSend = packages.some((one) => one.waits || one.trouble !== null);
  return (
    <PageFrame title={t('carry:title')} lead={t('carry:lead')} back="/settings">
      <TakeInCard />
      <section aria-labelledby="carried" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="carried" className="text-lg font-semibold">
            {t('carry:list.title')}
          </h2>
          {canSend && (
            <Button
              icon={Send}
              busy={sending}
              onClick={() => void import('@/lib/browser/carry-actions').then((act) => act.sendCarriedNow())}
            >
              {t('carry:list.send')}
            </Button>
          )}
        </div>
        <p role="status" className={sending ? 'text-ink-soft' : 'sr-only'}>
          {sending && t('carry:list.sending')}
        </p>
        {!ready && <p className="text-ink-soft">{t('common:loading')}</p>}
        {ready && packages.length === 0 && <p className="text-ink-soft">{t('carry:list.empty')}</p>}
        {packages.length > 0 && (
          <ul className="flex flex-col gap-3">
            {packages.map((one) => (
              <PackageCard key={one.id} one={one} wait={sending ? null : wait} />
            ))}
          </ul>
        )}
      </section>
    </PageFrame>
  );
}
