import type { SteeringEvent } from '../outbox/steer';
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

/** Another word than "send" about one item, and then what follows from it. Resolves false when the item did not allow it any more. */
export async function steerItem(id: string, event: SteeringEvent): Promise<boolean> {
  const room = await openRoom();
  const { steer } = await import('../outbox/steer');
  const done = await steer({ store: room.outbox, clock: room.now }, id, event);
  // Let go or taken back into the queue: it may go at once.
  void (await windowSync()).flush();
  return done.ok;
}

/** Takes one item back in the name of whoever uses the device. */
export async function withdrawItem(id: string): Promise<boolean> {
  const [{ records }, { ownerOf }] = await Promise.all([openRoom(), import('../local/record-store')]);
  return steerItem(id, { type: 'withdrawn', by: ownerOf(await records.person()) });
}

/** Lets one item that needed a person, or waits long, go again. */
export async function retryItem(id: string): Promise<void> {
  await (await windowSync()).retry(id);
}
