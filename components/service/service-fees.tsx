import { useTranslation } from 'react-i18next';
import { useDevice } from '@/lib/browser/use-device';
import { useSettings } from '@/lib/browser/use-settings';
import type { ServiceDefinition } from '@/lib/forms/definition';
import '@/lib/i18n/namespaces/service';
import { useFormat } from '@/lib/i18n/use-format';

/** Government fee by case, and the counter's own charge apart from it, before any work starts. */
export function ServiceFees({ fee }: { readonly fee: ServiceDefinition['fee'] }) {
  const { t } = useTranslation('service');
  const { text, digits } = useFormat();
  const tiers = fee.tiers.length > 0 ? fee.tiers : [{ when: fee.basis, bdt: fee.bdt }];
  return (
    <div className="overflow-hidden rounded-card border border-line bg-paper">
      <table className="w-full border-collapse text-left">
        <caption className="px-4 py-2.5 text-left font-semibold">{t('fees.government')}</caption>
        <tbody className="divide-y divide-line border-t border-line">
          {tiers.map((tier) => (
            <tr key={tier.when.en}>
              <th scope="row" className="px-4 py-2.5 font-normal">
                {digits(text(tier.when))}
              </th>
              <td className="px-4 py-2.5 text-right font-semibold whitespace-nowrap">
                <Amount bdt={tier.bdt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fee.tiers.length > 0 && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-soft">{digits(text(fee.basis))}</p>
      )}
      <CounterCharge />
    </div>
  );
}

function Amount({ bdt }: { readonly bdt: number | null }) {
  const { t } = useTranslation('service');
  const { taka } = useFormat();
  if (bdt === null) return t('amount.unknown');
  return bdt === 0 ? t('amount.free') : taka(bdt);
}

function CounterCharge() {
  const { t } = useTranslation('service');
  const { taka } = useFormat();
  const { person } = useDevice();
  const { chargeBdt } = useSettings();
  const words =
    person.kind === 'operator' ? t('fees.charge', { amount: taka(chargeBdt) }) : t('fees.chargeElsewhere');
  return <p className="border-t border-line bg-ground px-4 py-2.5">{words}</p>;
}
