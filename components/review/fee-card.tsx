import { type Ref, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '@/components/ui/card';
import { TextInput } from '@/components/ui/text-input';
import { useDevice } from '@/lib/browser/use-device';
import { useSettings } from '@/lib/browser/use-settings';
import type { FeeRecord } from '@/lib/contract/wire';
import type { FeeDecision } from '@/lib/forms/fee';
import '@/lib/i18n/namespaces/review';
import { useFormat } from '@/lib/i18n/use-format';
import { ChoiceTiles } from './choice-tiles';
import { parseCharge } from './parse-charge';
import type { ReviewedDraft } from './reviewed-draft';

export interface FeeCardProps {
  readonly draft: ReviewedDraft;
  readonly fee: FeeDecision;
  /** The box of the charge: an application with a charge that cannot be read does not go. */
  readonly box: Ref<HTMLInputElement>;
}

/** Government fee and the counter's own charge, apart, with what was taken. A citizen's own device takes nothing. */
export function FeeCard({ draft, fee, box }: FeeCardProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { person, ready } = useDevice();
  const { chargeBdt } = useSettings();
  const chargeId = useId();
  const isOperator = person.kind === 'operator';
  const record: FeeRecord = draft.fee ?? {
    governmentBdt: fee.totalBdt,
    chargeBdt: isOperator ? chargeBdt : 0,
    taken: false,
  };
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && parseCharge(typed) === null;

  // The fee follows the answers: a changed date of birth changes the tier.
  useEffect(() => {
    if (ready && (draft.fee === null || draft.fee.governmentBdt !== fee.totalBdt))
      draft.setFee({ ...record, governmentBdt: fee.totalBdt });
  });

  const government =
    fee.totalBdt === null ? t('fee.unknown') : fee.totalBdt === 0 ? t('fee.free') : format.taka(fee.totalBdt);
  return (
    <Card>
      <h2 className="text-xl font-semibold">{t('fee')}</h2>
      <dl className="mt-2">
        <div className="flex flex-wrap justify-between gap-x-4">
          <dt>{t('fee.government')}</dt>
          <dd className="font-semibold">{government}</dd>
        </div>
      </dl>
      {fee.tiers.map((tier) => (
        <p key={tier.when.en} className="text-sm text-ink-soft">
          {format.digits(format.text(tier.when))}
        </p>
      ))}
      {!draft.definition.confirmed && <p className="text-sm text-wait">{t('fee.unconfirmed')}</p>}
      {isOperator && (
        <>
          <label htmlFor={chargeId} className="mt-3 block">
            {t('fee.charge')}
          </label>
          {isWrong && (
            <p id={`${chargeId}-error`} className="font-semibold text-need">
              {t('fee.charge.invalid')}
            </p>
          )}
          <TextInput
            ref={box}
            id={chargeId}
            inputMode="numeric"
            invalid={isWrong}
            aria-describedby={isWrong ? `${chargeId}-error` : undefined}
            value={typed ?? format.digits(String(record.chargeBdt))}
            onChange={(event) => {
              setTyped(event.target.value);
              const charge = parseCharge(event.target.value);
              if (charge !== null) draft.setFee({ ...record, chargeBdt: charge });
            }}
          />
          {record.governmentBdt !== null && (
            <p className="mt-3 flex justify-between gap-4 border-t border-line pt-2 text-lg font-semibold">
              <span>{t('fee.total')}</span>
              <span>{format.taka(record.governmentBdt + record.chargeBdt)}</span>
            </p>
          )}
          <ChoiceTiles
            legend={t('fee.ask')}
            options={[
              { value: 'yes', label: t('fee.taken') },
              { value: 'no', label: t('fee.notTaken') },
            ]}
            value={draft.fee === null ? null : record.taken ? 'yes' : 'no'}
            onChoose={(value) => draft.setFee({ ...record, taken: value === 'yes' })}
          />
        </>
      )}
    </Card>
  );
}
