import { useLanguage } from '@/lib/i18n/use-language';
import type { Locale } from '@/lib/shared/locale';

/** Changes the words at once; the choice is also kept with the device's settings, which the outbox reads. */
export function useSwitchLanguage(): {
  readonly locale: Locale;
  readonly switchTo: (locale: Locale) => void;
} {
  const { locale, setLocale } = useLanguage();
  const switchTo = (next: Locale) => {
    setLocale(next);
    // Fetched late: the first screen needs no database.
    void import('@/lib/browser/change-settings').then(({ changeSettings }) =>
      changeSettings({ locale: next }),
    );
  };
  return { locale, switchTo };
}
