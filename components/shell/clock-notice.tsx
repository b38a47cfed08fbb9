import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import { useNow } from '@/components/ui/use-now';
import '@/lib/i18n/namespaces/clock';
import { useFormat } from '@/lib/i18n/use-format';

/** Says both times, so that a person sees at a glance which one is wrong. */
export function ClockNotice({ aheadMs }: { readonly aheadMs: number }) {
  const { t } = useTranslation('clock');
  const { moment } = useFormat();
  const now = useNow();
  if (now === null) return null;
  // Told with their days: a moment of today alone would hide a wrong year.
  const at = (time: number) => moment(time, 0);
  return (
    <Notice tone="need" live="polite" title={t(aheadMs > 0 ? 'ahead' : 'behind')}>
      <p>{t('both', { device: at(now), server: at(now - aheadMs) })}</p>
      <p>{t('todo')}</p>
    </Notice>
  );
}
