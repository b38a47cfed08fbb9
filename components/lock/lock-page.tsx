'use client';

import LogIn from 'lucide-react/icons/log-in';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { useVaultOwners } from '@/lib/browser/use-vault-owners';
import '@/lib/i18n/namespaces/lock';
import { useFormat } from '@/lib/i18n/use-format';
import { GoneNotice } from './gone-notice';
import { OwnerChoice } from './owner-choice';
import { UnlockForm } from './unlock-form';

/** In place of every page of a locked device: who may open it, and nothing of anybody's work but how much of it waits. */
export default function LockPage() {
  const { t } = useTranslation('lock');
  const { number } = useFormat();
  const device = useVaultOwners();
  const [chosen, setChosen] = useState<string | null>(null);
  if (device === null) return null;
  const { owners, waiting } = device;
  const one =
    owners.find(({ owner }) => owner === chosen) ?? owners.find(({ isCurrent }) => isCurrent) ?? owners[0];
  const lead = waiting > 0 ? t('waiting', { n: number(waiting), count: waiting }) : t('lead');
  return (
    <PageFrame title={t('title')} lead={lead}>
      {owners.length > 1 && <OwnerChoice owners={owners} chosen={one?.owner ?? ''} onChoose={setChosen} />}
      {one?.isGone && <GoneNotice name={one.name} waiting={waiting} />}
      {one && !one.isGone && <UnlockForm key={one.owner} who={one} />}
      {!one?.isGone && (
        <section className="border-t border-line pt-4">
          <h2 className="font-semibold">{t('others.title')}</h2>
          <p className="mt-1 mb-2">{t('others.body')}</p>
          <LinkButton href="/sign-in" look="secondary" icon={LogIn}>
            {t('signIn')}
          </LinkButton>
        </section>
      )}
    </PageFrame>
  );
}
