const INVISIBLE = /[\u200B\uFEFF\u200E\u200F]/g;
// Anything that the next two take away, in one look: most texts have none.
const ANY_DIRT = /[\u200B\u200C\u200E\u200F\uFEFF]/;
// A ZWNJ after hasanta (U+09CD) is how a writer asks for the visible hasanta; anywhere else it is dirt.
// No lookbehind: Safari before 16.4 would refuse the whole file.
const ZWNJ_RUN = /([^\u200C]?)\u200C+/g;
// Plain ASCII has one spelling and no dirt, and is most of what a form holds.
const BEYOND_ASCII = /[^\0-\x7F]/;
// White space that is not one plain space.
const UNEVEN = /\s\s|[^\S ]/;
const HASANTA = '\u09CD';
const ZWNJ = '\u200C';

/**
 * One spelling for one text: NFC, without zero-width dirt. The ZWJ between র and ্য (র‍্যাব) is kept, as is
 * every other ZWJ. NFC writes ড় ঢ় য় as base letter + nukta (composition exclusions of Unicode), so two
 * normalised texts can be compared with ===. Idempotent. Does not trim and does not touch digits.
 */
export function normaliseText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  const composed = text.normalize('NFC');
  if (!ANY_DIRT.test(composed)) return composed;
  return composed.replace(INVISIBLE, '').replace(ZWNJ_RUN, keepAfterHasanta).normalize('NFC');
}

function keepAfterHasanta(_match: string, before: string): string {
  return before === HASANTA ? `${HASANTA}${ZWNJ}` : before;
}

/** normaliseText, trimmed, every run of white space one space. For names and other single lines. */
export function normaliseLine(text: string): string {
  const clean = normaliseText(text);
  return (UNEVEN.test(clean) ? clean.replace(/\s+/g, ' ') : clean).trim();
}
