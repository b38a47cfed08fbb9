import type { FormStore } from './form-store';

const typed = new WeakMap<FormStore, Map<string, string>>();

/**
 * Names of places that were typed and not chosen yet, by pointer of their field. On a phone every step is a screen of its own:
 * whoever goes on while the names are still coming finds what was typed when coming back.
 */
export function typedPlacesOf(store: FormStore): Map<string, string> {
  const known = typed.get(store) ?? new Map<string, string>();
  typed.set(store, known);
  return known;
}
