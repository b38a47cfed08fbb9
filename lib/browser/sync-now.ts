import type { SteeringEvent } from '../outbox/steer';
import { loadOnce } from './load-once';
import { openRoom } from './open-room';
import type { WindowSync } from './window-sync';

let started = false;

const windowSync = loadOnce(async (): Promise<WindowSync> => {
  const [room, { createWindowSync }] = await Promise.all([openRoom(), import('./window-sync')]);
  return createWindowSync(room);
});

/** Starts what keeps the device in step; resolves when it runs, rejects when its code has not come. Once is enough: more calls do nothing. */
export async function startSync(): Promise<void> {
  const sync = await windowSync();
  if (started) return;
  started = true;
  sync.start();
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
