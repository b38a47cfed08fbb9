/** How long an unlocked counter may lie unused, milliseconds. */
export const IDLE_MS = 5 * 60_000;

/** Two clocks, milliseconds: `wall` goes on while the machine sleeps, `steady` cannot be set back. */
export interface Clocks {
  readonly wall: number;
  readonly steady: number;
}

export interface IdleClock {
  /** Whether nobody was here for too long, by either clock. */
  isOver(): boolean;
  /** Somebody is here now. False when that comes too late: the lock comes first. */
  seen(): boolean;
  /** Another window says that somebody is there. */
  heard(): void;
}

export function createIdleClock(read: () => Clocks): IdleClock {
  let last = read();
  const isOver = (): boolean => {
    const now = read();
    return now.wall - last.wall >= IDLE_MS || now.steady - last.steady >= IDLE_MS;
  };
  const heard = (): void => {
    last = read();
  };
  return {
    isOver,
    heard,
    seen() {
      if (isOver()) return false;
      heard();
      return true;
    },
  };
}
