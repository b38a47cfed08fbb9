import Languages from 'lucide-react/icons/languages';
import { useTranslation } from 'react-i18next';
import '@/lib/i18n/namespaces/shell';
import { useSwitchLanguage } from './use-switch-language';

/** One tap to the other language; the page and everything typed stay. */
export function LanguageSwitch() {
  const { t } = useTranslation('shell');
  const { locale, switchTo } = useSwitchLanguage();
  const other = locale === 'bn' ? 'en' : 'bn';
  return (
    <button
      type="button"
      lang={other}
      onClick={() => switchTo(other)}
      className="inline-flex min-h-touch cursor-pointer items-center gap-1.5 rounded-lg px-2 font-semibold text-leaf"
    >
      <Languages aria-hidden size={20} />
      {t('language.switch')}
    </button>
  );
}
