import { stepHeadingId } from './step-heading-id';

const FIRST = 'input:not([type=file]), select, textarea, button';
const PATIENCE_MS = 1500;
let newest = 0;

/**
 * Brings a step of the wide form on screen and puts the keyboard in its first field. Waits for a step that is just being
 * drawn; a later call takes the place of one that still waits.
 */
export function focusStep(stepId: string): void {
  newest += 1;
  const mine = newest;
  const startedAt = performance.now();
  const go = (): void => {
    if (mine !== newest) return;
    const heading = document.getElementById(stepHeadingId(stepId));
    const first = heading?.parentElement?.querySelector<HTMLElement>(FIRST);
    if (!first && performance.now() - startedAt < PATIENCE_MS) {
      requestAnimationFrame(go);
      return;
    }
    (first ?? heading)?.focus({ preventScroll: true });
    keepInSight(heading, () => mine !== newest || performance.now() - startedAt > PATIENCE_MS);
  };
  go();
}

/** Sections above get their true height as they are drawn. Whoever turns the wheel meanwhile is left alone. */
function keepInSight(heading: HTMLElement | null, isOver: () => boolean): void {
  let isTurned = false;
  addEventListener(
    'wheel',
    () => {
      isTurned = true;
    },
    { once: true, passive: true },
  );
  const look = (): void => {
    const top = heading?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight / 2) heading?.scrollIntoView({ block: 'start' });
    if (!isTurned && !isOver()) requestAnimationFrame(look);
  };
  look();
}
