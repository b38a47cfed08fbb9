/** What the screens know about the worker. */
export interface PwaState {
  /** `ready`: every page opens off line. `failed`: this browser has no worker, or it could not be installed yet. */
  readonly offline: 'unknown' | 'installing' | 'ready' | 'failed';
  /** Whether the places of the counter's own district are on the device; `here` too where there is no counter. */
  readonly places: 'unknown' | 'coming' | 'here';
  /** A new version is stored and waits for a good moment. */
  readonly updateReady: boolean;
}

let state: PwaState = { offline: 'unknown', places: 'unknown', updateReady: false };
const listeners = new Set<() => void>();

export const SERVER_PWA_STATE: PwaState = state;
export const readPwaState = (): PwaState => state;

export function setPwaState(change: Partial<PwaState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export function subscribePwaState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Resolves when it is known whether pages open off line: what can wait, waits for this and leaves the line to the pack. */
export function whenOfflineSettled(): Promise<void> {
  const isSettled = () => state.offline === 'ready' || state.offline === 'failed';
  if (isSettled()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = subscribePwaState(() => {
      if (!isSettled()) return;
      stop();
      resolve();
    });
  });
}
