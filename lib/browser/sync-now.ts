import { openRoom } from './open-room';
import type { WindowSync } from './window-sync';

let sync: Promise<WindowSync> | undefined;
let started = false;

function windowSync(): Promise<WindowSync> {
  sync ??= Promise.all([openRoom(), import('./window-sync')]).then(([room, { createWindowSync }]) =>
    createWindowSync(room),
  );
  return sync;
}

/** Starts what keeps the device in step: mounted once by the shell. A second call does nothing. */
export function startSync(): void {
  if (started || typeof window === 'undefined') return;
  started = true;
  void windowSync().then((one) => one.start());
}

/** Sends now what waits and asks for news; what the button does. Resolves when nothing more can go now. */
export async function syncNow(): Promise<void> {
  await (await windowSync()).flush({ hurry: true, afterFailure: true });
}

/** Lets one item that needed a person, or waits long, go again. */
export async function retryItem(id: string): Promise<void> {
  await (await windowSync()).retry(id);
}
