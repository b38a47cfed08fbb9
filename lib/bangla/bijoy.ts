const BIJOY_PAIRS = /[†‡ˆ‰w][A-Za-z]|[A-Za-z][v‚„…~]|[A-Za-z]&|©/g;
const HIGH_SIGN = /[¡-ÿ†-‰‹›™œŸ]/;

/**
 * Whether text looks like Bangla typed with Bijoy (SutonnyMJ): Latin letters and signs that only mean something in that
 * font, such as `Avwg` or `‡gvt iwng`. A guess for a warning or an offer to convert; text with Bangla letters is never one.
 */
export function looksLikeBijoy(text: string): boolean {
  if (/[\u0980-\u09FF]/.test(text) || !/[A-Za-z†‡]/.test(text)) return false;
  if (/[†‡ˆ‰]/.test(text)) return true;
  const words = text.split(/\s+/).filter((word) => word !== '');
  const odd = words.filter((word) => /[a-z][A-Z]/.test(word) || HIGH_SIGN.test(word) || hasBijoyVowels(word));
  return words.length > 0 && odd.length * 2 > words.length;
}

/** In Bijoy `v` is া and `w` is ি, so both stand among consonants and next to each other far more often than in English. */
function hasBijoyVowels(word: string): boolean {
  return (
    word.length >= 3 &&
    (word.match(BIJOY_PAIRS)?.length ?? 0) * 3 >= word.length &&
    /v/.test(word) &&
    !/[eiou]/i.test(word)
  );
}
