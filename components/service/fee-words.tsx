import { useTranslation } from 'react-i18next';
import type { FeeRange } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/service';
import { useFormat } from '@/lib/i18n/use-format';

/** The government fee in a few words, as a list shows it. */
export function FeeWords({ fee }: { readonly fee: FeeRange }) {
  const { t } = useTranslation('service');
  const { taka } = useFormat();
  switch (fee.kind) {
    case 'unknown':
      return t('fee.unknown');
    case 'free':
      return t('fee.free');
    case 'one':
      return t('fee.one', { amount: taka(fee.bdt) });
    case 'range':
      return t('fee.range', { from: taka(fee.from), to: taka(fee.to) });
  }
}
