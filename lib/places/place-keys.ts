import { foldForSearch } from '../bangla/fold';
import { foldLatin } from '../bangla/search-keys';
import type { Place } from './place';

/** How the names of one place are compared, made once so that a key press only compares. */
export interface PlaceKeys {
  /** Whole names, all spellings, both scripts. */
  readonly names: readonly string[];
  readonly words: readonly string[];
}

const BANGLA = /[\u0980-\u09FF]/;
const BETWEEN_WORDS = /[\s()[\].,:;'\-–—]+/g;
/** Both survive the folding, which drops spaces. */
const WORD_SEAM = '/';
const NAME_SEAM = '|';

/** What is typed, word by word, in the script it is written in; no words when nothing can be compared. */
export function wordKeys(text: string): readonly string[] {
  const name = text.replaceAll(NAME_SEAM, ' ');
  const key = BANGLA.test(name) ? foldBangla(name) : foldLatin(name).replaceAll(' ', WORD_SEAM);
  return wordsIn(key);
}

/**
 * Keys of many places, in their order. All names are folded as one text: name by name it takes half a second, which a
 * cheap phone does not have.
 */
export function keysOfPlaces(places: readonly Place[]): readonly PlaceKeys[] {
  const spellings = places.map(({ name, alt }) => [name.bn, name.en, ...alt]);
  const all = spellings.flat();
  const bangla = foldBangla(all.join(NAME_SEAM)).split(NAME_SEAM);
  const latin = foldAscii(all.join(NAME_SEAM)).split(NAME_SEAM);
  let next = 0;
  return spellings.map((own) => {
    const found = own.map((spelling) => {
      const at = next++;
      return wordsIn((BANGLA.test(spelling) ? bangla[at] : latin[at]) ?? '');
    });
    return { names: found.map((words) => words.join('')), words: found.flat() };
  });
}

/**
 * The consonants of Latin spellings as they sound, for spellings nobody wrote down: `brammonbaria` is `Brahmanbaria`.
 * Takes one key or many with any seam that is no letter.
 */
export function soundKey(keys: string): string {
  return keys
    .replace(/chh?/g, 'ç')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ph/g, 'f')
    .replace(/x/g, 'ks')
    .replace(/[ckq]/g, 'k')
    .replace(/[vw]/g, 'b')
    .replace(/z/g, 'j')
    .replace(/ng/g, 'n')
    .replace(/(^|[^a-zç])[aeiouy]/g, '$1A')
    .replace(/[aeiouyh]/g, '')
    .replace(/([a-zç])\1+/g, '$1');
}

function foldBangla(text: string): string {
  return foldForSearch(text.replace(BETWEEN_WORDS, WORD_SEAM));
}

/** foldLatin for names of the packs, which have no accents; keeps the seam. */
function foldAscii(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9|]+/g, WORD_SEAM);
}

function wordsIn(key: string): readonly string[] {
  return key.split(WORD_SEAM).filter((word) => word !== '');
}
