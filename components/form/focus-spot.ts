import { controlId, spotPointerOf } from './spot';
import { whenDrawn } from './when-drawn';

const FOCUSABLE = 'input:not([hidden]):not([type=file]), select, textarea, button, a[href], [tabindex="-1"]';

/** Brings a place of the form on screen and puts the keyboard there. */
export function focusSpot(pointer: string): void {
  whenDrawn(
    () => findControl(spotPointerOf(pointer)),
    (control) => {
      control?.scrollIntoView({ block: 'center' });
      control?.focus({ preventScroll: true });
    },
  );
}

function findControl(pointer: string): HTMLElement | null {
  const control = document.getElementById(controlId(pointer));
  if (control) return control;
  const field = document.querySelector(`[data-field="${CSS.escape(pointer)}"]`);
  return field?.querySelector<HTMLElement>(FOCUSABLE) ?? null;
}
