'use client';
import { useEffect, useSyncExternalStore } from 'react';
import { askInstall, canInstall, subscribeInstall, watchInstallPrompt } from './install-prompt';

let watching = false;

/**
 * `offered`: the browser would install the app now (Chromium only; on iOS the way is the share menu). `ask()` shows its question.
 */
export function useInstallPrompt(): {
  readonly offered: boolean;
  readonly ask: () => Promise<'accepted' | 'dismissed'>;
} {
  useEffect(() => {
    if (watching) return;
    watching = true;
    watchInstallPrompt();
  }, []);
  const offered = useSyncExternalStore(subscribeInstall, canInstall, () => false);
  return { offered, ask: askInstall };
}
