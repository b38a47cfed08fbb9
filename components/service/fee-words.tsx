import { useTranslation } from 'react-i18next';
import type { ServiceDefinition } from '@/lib/forms/definition';
import '@/lib/i18n/namespaces/service';
import { useFormat } from '@/lib/i18n/use-format';
import { feeRange } from './fee-range';

/** The government fee in a few words, as a list shows it. */
export function FeeWords({ fee }: { readonly fee: ServiceDefinition['fee'] }) {
  const { t } = useTranslation('service');
  const { taka } = useFormat();
  const range = feeRange(fee);
  switch (range.kind) {
    case 'unknown':
      return t('fee.unknown');
    case 'free':
      return t('fee.free');
    case 'one':
      return t('fee.one', { amount: taka(range.bdt) });
    case 'range':
      return t('fee.range', { from: taka(range.from), to: taka(range.to) });
  }
}
