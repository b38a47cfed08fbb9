import { useTranslation } from 'react-i18next';
import type { FeeRecord } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/slip';
import { useFormat } from '@/lib/i18n/use-format';

/** Government fee and the counter's own charge, always apart; a total only when both are known. Where there is no counter,
 *  nobody charges and nobody takes money. */
export function SlipFee({ fee, atCentre }: { readonly fee: FeeRecord; readonly atCentre: boolean }) {
  const { t } = useTranslation('slip');
  const format = useFormat();
  const line = (label: string, value: string) => (
    <div className="flex justify-between gap-4 border-t border-line py-1.5">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  );
  return (
    <dl aria-label={t('fee')}>
      {line(
        t('fee.government'),
        fee.governmentBdt === null ? t('fee.unknown') : format.taka(fee.governmentBdt),
      )}
      {atCentre && (
        <>
          {line(t('fee.charge'), format.taka(fee.chargeBdt))}
          {fee.governmentBdt !== null && line(t('fee.total'), format.taka(fee.governmentBdt + fee.chargeBdt))}
          {line(t('fee'), fee.taken ? t('fee.taken') : t('fee.notTaken'))}
        </>
      )}
    </dl>
  );
}
