import { controlId, spotPointerOf } from './spot';

const FOCUSABLE = 'input:not([hidden]):not([type=file]), select, textarea, button, a[href], [tabindex="-1"]';
const PATIENCE_MS = 1500;

/** Brings a place of the form on screen and puts the keyboard there. Waits for a section or a widget that is just being drawn. */
export function focusSpot(pointer: string, startedAt = performance.now()): void {
  const target = findControl(spotPointerOf(pointer));
  if (target) {
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  } else if (performance.now() - startedAt < PATIENCE_MS) {
    requestAnimationFrame(() => focusSpot(pointer, startedAt));
  }
}

function findControl(pointer: string): HTMLElement | null {
  const control = document.getElementById(controlId(pointer));
  if (control) return control;
  const field = document.querySelector(`[data-field="${CSS.escape(pointer)}"]`);
  return field?.querySelector<HTMLElement>(FOCUSABLE) ?? null;
}
