import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../shared/locale';

/** Language of the pre-rendered shell. Hydration needs the very same words, so a saved choice is applied only afterwards. */
export const DEFAULT_LOCALE: Locale = 'bn';

/** The one instance. Words arrive by `registerNamespace`, so a page's chunk carries only its own. */
export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: DEFAULT_LOCALE,
  fallbackLng: DEFAULT_LOCALE,
  supportedLngs: ['bn', 'en'],
  resources: {},
  ns: [],
  defaultNS: 'common',
  keySeparator: false,
  initAsync: false,
  // React escapes by itself; escaping twice shows &amp; to people.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
