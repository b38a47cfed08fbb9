import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../shared/locale';
import { readSavedLocale, saveLocale } from './saved-locale';
import { i18n } from './start-i18n';

/** Language now on screen and the one-tap switch. Switching redraws words only: page, fields and focus stay. */
export function useLanguage(): { readonly locale: Locale; readonly setLocale: (locale: Locale) => void } {
  const { i18n: current } = useTranslation(undefined, { i18n });
  const setLocale = useCallback((locale: Locale) => {
    saveLocale(locale);
    void i18n.changeLanguage(locale);
  }, []);
  return { locale: current.language === 'en' ? 'en' : 'bn', setLocale };
}

/** Mounted once by the shell: applies the saved language after hydration and keeps `<html lang>` true. */
export function useSavedLanguage(): void {
  const { locale } = useLanguage();
  useEffect(() => afterHydration(applySaved), []);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
}

function applySaved(): void {
  const saved = readSavedLocale();
  if (saved !== null && saved !== i18n.language) void i18n.changeLanguage(saved);
}

/**
 * Parts inside a Suspense boundary hydrate when the browser has a pause, after the shell's effects. Words changed before
 * that would not match the pre-rendered ones, and React would throw the part away and draw it again.
 */
function afterHydration(run: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const idle = window.requestIdleCallback(run, { timeout: 1500 });
    return () => window.cancelIdleCallback(idle);
  }
  // Safari has no requestIdleCallback.
  const timer = setTimeout(run, 150);
  return () => clearTimeout(timer);
}
