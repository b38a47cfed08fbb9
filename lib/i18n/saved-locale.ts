import type { Locale } from '../shared/locale';

const KEY = 'locale';

/** Language chosen on this device; null when none was chosen or the browser forbids storage. */
export function readSavedLocale(): Locale | null {
  try {
    const saved = localStorage.getItem(KEY);
    return saved === 'bn' || saved === 'en' ? saved : null;
  } catch {
    return null;
  }
}

/** Remembers the choice where the browser allows it; without storage the choice lasts until the tab closes. */
export function saveLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Storage is blocked: nothing is lost but the memory of this choice.
  }
}
