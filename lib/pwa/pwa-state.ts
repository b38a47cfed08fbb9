/** What the screens know about the worker. */
export interface PwaState {
  /** `ready`: every page opens off line. `failed`: this browser has no worker, or it could not be installed yet. */
  readonly offline: 'unknown' | 'installing' | 'ready' | 'failed';
  /** A new version is stored and waits for a good moment. */
  readonly updateReady: boolean;
}

let state: PwaState = { offline: 'unknown', updateReady: false };
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
