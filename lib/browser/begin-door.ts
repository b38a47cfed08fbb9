import { deviceStore } from './device-store';
import { doorStore } from './door-store';
import { tryUntil } from './try-until';

let begun = false;

/** Begins to keep the door true; once is enough. Only a centre's device has a lock: its code is fetched there alone. */
export function beginDoor(): void {
  if (begun) return;
  begun = true;
  let watching = false;
  const look = (): void => {
    const { ready, kind } = deviceStore.get();
    if (!ready || watching) return;
    if (kind !== 'centre') {
      doorStore.set('free');
      return;
    }
    watching = true;
    const coming = tryUntil(async () => {
      await (await import('./watch-door')).watchDoor();
      return true;
    });
    addEventListener('online', coming.now);
  };
  deviceStore.subscribe(look);
  look();
}
