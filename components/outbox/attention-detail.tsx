import { useTranslation } from 'react-i18next';
import '@/lib/i18n/namespaces/board';
import { type TroubleCode, troubleOf } from './trouble';

/** Why an application stopped and that it is safe. */
export function AttentionDetail({ code }: { readonly code: TroubleCode }) {
  const { t } = useTranslation('board');
  return (
    <>
      <p>
        <span className="font-semibold">{t(`trouble.${troubleOf(code)}`)}</span> {t('safe')}
      </p>
      <p className="text-sm text-ink-soft">{t('code', { code })}</p>
    </>
  );
}
