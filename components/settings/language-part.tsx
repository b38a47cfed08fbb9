import { useTranslation } from 'react-i18next';
import { useSwitchLanguage } from '@/components/shell/use-switch-language';
import '@/lib/i18n/namespaces/settings';
import type { Locale } from '@/lib/shared/locale';
import { Part } from './part';

const LOCALES: readonly Locale[] = ['bn', 'en'];

/** Both languages by their own names. */
export function LanguagePart() {
  const { t } = useTranslation('settings');
  const { locale, switchTo } = useSwitchLanguage();
  return (
    <Part title={t('language.title')}>
      <fieldset className="flex flex-wrap gap-x-8">
        <legend className="sr-only">{t('language.title')}</legend>
        {LOCALES.map((choice) => (
          <label key={choice} lang={choice} className="flex min-h-touch cursor-pointer items-center gap-3">
            <input
              type="radio"
              name="language"
              checked={locale === choice}
              onChange={() => switchTo(choice)}
              className="size-6 accent-leaf"
            />
            {t(`language.${choice}`)}
          </label>
        ))}
      </fieldset>
    </Part>
  );
}
