import { useTranslation } from 'react-i18next';
import { useDevice } from '@/lib/browser/use-device';
import { useSettings } from '@/lib/browser/use-settings';
import type { Checklist } from '@/lib/forms/checklist';
import type { ServiceDefinition } from '@/lib/forms/definition';
import '@/lib/i18n/namespaces/bring';
import '@/lib/i18n/namespaces/service';
import '@/lib/i18n/namespaces/slip';
import { useFormat } from '@/lib/i18n/use-format';

export interface BringFeeProps {
  readonly fee: ServiceDefinition['fee'];
  readonly list: Checklist;
}

/** Government fee and the centre's posted charge, always apart; a total only when both are known. */
export function BringFee({ fee, list }: BringFeeProps) {
  const { t } = useTranslation(['bring', 'service', 'slip']);
  const { text, digits, taka } = useFormat();
  const { person } = useDevice();
  const { chargeBdt } = useSettings();
  const { totalBdt, reason, tiers } = list.fee;
  const atCentre = person.kind === 'operator';
  const government =
    totalBdt !== null
      ? amount(totalBdt)
      : t(reason === 'needs-answers' ? 'bring:fee.depends' : 'service:amount.unknown');
  const parts = totalBdt === null ? list.tiers : tiers.length > 1 ? tiers : [];
  function amount(bdt: number | null): string {
    if (bdt === null) return t('service:amount.unknown');
    return bdt === 0 ? t('service:amount.free') : taka(bdt);
  }
  return (
    <>
      <dl>
        <Line label={t('slip:fee.government')} value={government} />
        {atCentre && <Line label={t('slip:fee.charge')} value={amount(chargeBdt)} />}
        {atCentre && totalBdt !== null && (
          <Line label={t('slip:fee.total')} value={amount(totalBdt + chargeBdt)} />
        )}
      </dl>
      {parts.length > 0 && (
        <div className="mt-2 text-[0.85em] print:mt-1">
          <h3 className="font-semibold text-ink-soft">{t('bring:fee.which')}</h3>
          <dl>
            {parts.map((tier) => (
              <Line key={tier.when.en} label={digits(text(tier.when))} value={amount(tier.bdt)} />
            ))}
          </dl>
        </div>
      )}
      <p className="mt-2 text-[0.85em] text-ink-soft print:mt-0">{digits(text(fee.basis))}</p>
      {!atCentre && <p className="text-[0.85em] text-ink-soft">{t('service:fees.chargeElsewhere')}</p>}
    </>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="flex justify-between gap-4 border-t border-line py-1.5 print:py-0.5">
      <dt className="min-w-0">{label}</dt>
      <dd className="text-right font-semibold">{value}</dd>
    </div>
  );
}
