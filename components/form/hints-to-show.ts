import type { FieldHint } from '../../lib/forms/hints/hint';
import type { ShownHints } from './hint-board';

export interface HintMoment {
  readonly shown: ShownHints;
  /** Pointer of the field the keyboard is in, null when it is in none. */
  readonly typing: string | null;
  readonly isDismissed: (hint: FieldHint) => boolean;
  /** Something is wrong with the answer; only a way out may be offered then. */
  readonly hasError: (pointer: string) => boolean;
}

/**
 * Which questions may stand now. Nobody is asked about a field the keyboard is in, nor about one that speaks of it; a question
 * that stood there already stays as long as it is the same one, so that coming back to read it does not take it away.
 */
export function hintsToShow(found: readonly FieldHint[], moment: HintMoment): ShownHints {
  const { shown, typing, isDismissed, hasError } = moment;
  const may = found.filter((hint) => {
    if (isDismissed(hint)) return false;
    if (hint.offer === undefined && [hint.pointer, ...hint.about].some(hasError)) return false;
    const isTyped = typing !== null && (hint.pointer === typing || hint.about.includes(typing));
    return !isTyped || isSame(shown.get(hint.pointer), hint);
  });
  const next = new Map(
    may.map((hint) => {
      const before = shown.get(hint.pointer);
      return [hint.pointer, before && isSame(before, hint) ? before : hint];
    }),
  );
  const isAsBefore =
    next.size === shown.size && [...next].every(([pointer, hint]) => shown.get(pointer) === hint);
  return isAsBefore ? shown : next;
}

function isSame(one: FieldHint | undefined, other: FieldHint): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
