const PATIENCE_MS = 1500;
let newest = 0;

/** Whether a jump is still the one to follow: no later one was asked for, and its time is not over. */
export type IsCurrent = () => boolean;

/**
 * Waits for a place of the form that is just being drawn, then goes there; null when it did not come in time. A later
 * jump takes the place of one that still waits: the keyboard never goes back to where somebody has left.
 */
export function whenDrawn(
  find: () => HTMLElement | null,
  go: (found: HTMLElement | null) => void,
): IsCurrent {
  newest += 1;
  const mine = newest;
  const startedAt = performance.now();
  const isCurrent = (): boolean => mine === newest && performance.now() - startedAt < PATIENCE_MS;
  const look = (): void => {
    if (mine !== newest) return;
    const found = find();
    if (found || !isCurrent()) go(found);
    else requestAnimationFrame(look);
  };
  look();
  return isCurrent;
}
