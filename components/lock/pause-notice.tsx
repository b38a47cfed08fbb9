import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import '@/lib/i18n/namespaces/lock';
import { useFormat } from '@/lib/i18n/use-format';

/** After several wrong PINs: how long still. Read aloud once, not every second. */
export function PauseNotice({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('lock');
  const { digits } = useFormat();
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <Notice tone="wait" title={t('pause.title')}>
      <p role="status">{t('pause.body')}</p>
      <p role="timer" className="mt-1 font-semibold">
        {t('pause.left', { time: digits(time) })}
      </p>
    </Notice>
  );
}
