import type { Locale } from '../shared/locale';
import type { Place } from './place';
import type { PlaceBook } from './place-book';

/**
 * The places to choose from under one place, as a list shows them: by the alphabet of the language, cities after
 * upazilas, what was merged into a town last. `null` gives the divisions.
 */
export function childrenOf(book: PlaceBook, parentId: string | null, locale: Locale): readonly Place[] {
  const compare = new Intl.Collator(locale).compare;
  return [...book.under(parentId)].sort(
    (a, b) => groupOf(a) - groupOf(b) || compare(a.name[locale], b.name[locale]),
  );
}

function groupOf({ kind, status }: Place): number {
  if (status === 'merged') return 2;
  return kind === 'city' ? 1 : 0;
}
