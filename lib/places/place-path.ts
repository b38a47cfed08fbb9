import type { Locale } from '../shared/locale';
import type { Place, PlaceLevel } from './place';
import type { PlaceBook } from './place-book';

/**
 * A place with the places above it, smallest first: `গাড়ীদহ, শেরপুর, বগুড়া`. The division is left out, except for a
 * division itself: people do not write it. A city that holds itself is named once.
 */
export function placePath(book: PlaceBook, place: Place, locale: Locale): string {
  const above = book.above(place).filter(({ level, kind }) => level !== 'division' && kind !== 'city');
  return [place, ...above].map(({ name }) => name[locale]).join(', ');
}

/** The id chosen at every level when a person chooses this place: what an address stores. */
export function placeLevelIds(book: PlaceBook, place: Place): Readonly<Partial<Record<PlaceLevel, string>>> {
  return Object.fromEntries([place, ...book.above(place)].map(({ level, id }) => [level, id]));
}
