/** Chromium's event that lets the app offer its own "install" button. Not in the DOM types. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<void>;
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

let waiting: InstallPromptEvent | null = null;
const listeners = new Set<() => void>();

function changed(next: InstallPromptEvent | null): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Listens from the first moment: the browser fires its offer once, often before the screens are there. */
export function watchInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    changed(event as InstallPromptEvent);
  });
  window.addEventListener('appinstalled', () => changed(null));
}

export const canInstall = (): boolean => waiting !== null;

/** Shows the browser's question. An offer can be used once. */
export async function askInstall(): Promise<'accepted' | 'dismissed'> {
  const offer = waiting;
  if (!offer) return 'dismissed';
  changed(null);
  await offer.prompt();
  return (await offer.userChoice).outcome;
}

export function subscribeInstall(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
