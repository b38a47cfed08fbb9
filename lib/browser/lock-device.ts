import { doorStore } from './door-store';
import { closeWritten } from './draft-sessions';
import { heldSealSessions } from './held-seal-sessions';
import { createIdleClock } from './idle-clock';
import { openRoom } from './open-room';
import { dropKeys } from './shared-keys';

/** How long what was typed may take to be written before the lock comes, milliseconds. */
const WRITTEN_WITHIN = 5_000;
/** How often this window says that somebody is here, and looks whether nobody is. */
const EVERY = 5_000;
/** What other windows have said may still be on its way to one that slept. */
const HEAR_FIRST = 500;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

type Said = 'LOCK' | 'ACTIVE';

let channel: BroadcastChannel | undefined;
let locking: Promise<void> | undefined;

/** Locks every window of this device. */
export function lockWindows(): Promise<void> {
  tellWindows('LOCK');
  return lockHere();
}

/** Tells the other windows to lock; this one does so by itself. */
export function tellWindows(said: Said): void {
  channel?.postMessage(said);
}

/** Locks when another window says so. */
export function listenToLocks(): void {
  if (channel !== undefined || typeof BroadcastChannel === 'undefined') return;
  channel = new BroadcastChannel('setu-lock');
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data === 'LOCK') void lockHere();
  });
  // A page out of the browser's memory has heard nothing meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

/** Locks when no window has seen a key, a pointer or a touch for five minutes. */
export function watchIdle(): void {
  const idle = createIdleClock(() => ({ wall: Date.now(), steady: performance.now() }));
  let said = 0;
  const isOpen = (): boolean => doorStore.get() === 'open';
  const sign = (): void => {
    if (!isOpen()) return;
    if (!idle.seen()) return void lockWindows();
    if (Math.abs(Date.now() - said) < EVERY) return;
    said = Date.now();
    tellWindows('ACTIVE');
  };
  for (const name of SIGNS) addEventListener(name, sign, { capture: true, passive: true });
  channel?.addEventListener('message', ({ data }: MessageEvent<Said>) => data === 'ACTIVE' && idle.heard());
  // A PIN was typed: that is somebody.
  doorStore.subscribe(idle.heard);
  const look = (): void => {
    if (isOpen() && idle.isOver())
      setTimeout(() => isOpen() && idle.isOver() && void lockWindows(), HEAR_FIRST);
  };
  setInterval(look, EVERY);
  document.addEventListener('visibilitychange', look);
}

function lockHere(): Promise<void> {
  locking ??= lock().finally(() => {
    locking = undefined;
  });
  return locking;
}

/**
 * What was typed is written first. Where it cannot be, it stays in this window's memory behind the lock screen, and its owner finds
 * it again; otherwise the page begins anew, so that nothing of the last person is left in it.
 */
async function lock(): Promise<void> {
  // Before anything else: while this window still writes, it must give its key to no page that asks.
  const dropped = dropKeys();
  const room = await openRoom();
  // A field may hand over what was typed when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const isWritten = await Promise.race([closeWritten().catch(() => false), falseAfter(WRITTEN_WITHIN)]);
  room.keys.forget();
  heldSealSessions.delete(room);
  await dropped;
  doorStore.set('locked');
  // Without a worker, and without a line, there would be no page to come back to.
  if (isWritten && navigator.serviceWorker?.controller) location.replace('/');
}

const falseAfter = (ms: number) => new Promise<false>((resolve) => setTimeout(() => resolve(false), ms));
