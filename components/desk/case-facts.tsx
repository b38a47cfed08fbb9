import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '@/components/ui/card';
import type { DeskCase } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/desk';
import { useFormat } from '@/lib/i18n/use-format';

/** Who made the application and when, the consent it rests on, and the money. */
export function CaseFacts({ case: deskCase }: { readonly case: DeskCase }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const [now] = useState(() => Date.now());
  const { author, consent, fee } = deskCase;
  const madeBy =
    author.kind === 'operator' ? t('case.by.operator', { name: author.name ?? '' }) : t('case.by.citizen');
  return (
    <Card>
      <p>{t('case.receivedAt', { at: format.moment(deskCase.receivedAt, now) })}</p>
      <p className="text-ink-soft">{t('case.queuedAt', { at: format.moment(deskCase.queuedAt, now) })}</p>
      <p className="text-ink-soft">
        {madeBy}
        {deskCase.centreName && ` · ${format.text(deskCase.centreName)}`}
      </p>
      {deskCase.supersedes !== undefined && <p className="text-wait">{t('case.corrects')}</p>}
      <h3 className="mt-3 font-semibold">{t('consent')}</h3>
      <p>{t('consent.text', { at: format.moment(consent.at, now), how: t(`consent.${consent.given}`) })}</p>
      <h3 className="mt-3 font-semibold">{t('fee')}</h3>
      <p>
        {t('fee.government')}:{' '}
        {fee.governmentBdt === null ? t('fee.unknown') : format.taka(fee.governmentBdt)}
      </p>
      {author.kind === 'operator' && (
        <>
          <p>
            {t('fee.charge')}: {format.taka(fee.chargeBdt)}
          </p>
          <p className="text-ink-soft">{fee.taken ? t('fee.taken') : t('fee.notTaken')}</p>
        </>
      )}
    </Card>
  );
}
