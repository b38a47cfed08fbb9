import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;

const listeners = new Set<() => void>();
let now: number | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

/** One clock for everybody: a board of hundreds of rows must not have hundreds of timers. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, MINUTE);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    now = null;
  };
}

function read(): number {
  now ??= Date.now();
  return now;
}

/** Epoch ms, renewed every minute; null until hydrated, because a pre-rendered page has no now. */
export function useNow(): number | null {
  return useSyncExternalStore(subscribe, read, () => null);
}
