import type { Place } from '../../lib/browser/use-places';
import type { LocalText } from '../../lib/shared/locale';

/** The places above a place, nearest first: "Sherpur Sadar, Sherpur, Mymensingh". Empty for a division. */
export function placePath(place: Place, text: (words: LocalText) => string): string {
  return place.path.map((above) => text(above.name)).join(', ');
}

/** A place with everything above it, in one line. */
export function placeLine(place: Place, text: (words: LocalText) => string): string {
  return [text(place.name), ...place.path.map((above) => text(above.name))].join(', ');
}
