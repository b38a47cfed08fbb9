import { stepHeadingId } from './step-heading-id';

const FIRST = 'input:not([type=file]), select, textarea, button';
const PATIENCE_MS = 1500;

/** Brings a step of the wide form on screen and puts the keyboard in its first field. Waits for a step that is just being drawn. */
export function focusStep(stepId: string, startedAt = performance.now()): void {
  const heading = document.getElementById(stepHeadingId(stepId));
  const first = heading?.parentElement?.querySelector<HTMLElement>(FIRST);
  if (!first && performance.now() - startedAt < PATIENCE_MS) {
    requestAnimationFrame(() => focusStep(stepId, startedAt));
    return;
  }
  heading?.scrollIntoView({ block: 'start' });
  (first ?? heading)?.focus({ preventScroll: true });
}
