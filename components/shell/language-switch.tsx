import Languages from 'lucide-react/icons/languages';
import { useTranslation } from 'react-i18next';
import '@/lib/i18n/namespaces/shell';
import { useLanguage } from '@/lib/i18n/use-language';

/** One tap to the other language; the page and everything typed stay. */
export function LanguageSwitch() {
  const { t } = useTranslation('shell');
  const { locale, setLocale } = useLanguage();
  const other = locale === 'bn' ? 'en' : 'bn';
  return (
    <button
      type="button"
      lang={other}
      onClick={() => setLocale(other)}
      className="inline-flex min-h-touch cursor-pointer items-center gap-1.5 rounded-lg px-2 font-semibold text-leaf"
    >
      <Languages aria-hidden size={20} />
      {t('language.switch')}
    </button>
  );
}
