import { foldForSearch } from './fold';
import { normaliseText } from './normalise';

const CONSONANTS: Readonly<Record<string, string>> = {
  ক: 'k',
  খ: 'k',
  গ: 'g',
  ঘ: 'g',
  ঙ: 'n',
  চ: 'c',
  ছ: 'c',
  জ: 'j',
  ঝ: 'j',
  ঞ: 'n',
  ট: 't',
  ঠ: 't',
  ড: 'd',
  ঢ: 'd',
  ণ: 'n',
  ত: 't',
  থ: 't',
  দ: 'd',
  ধ: 'd',
  ন: 'n',
  প: 'p',
  ফ: 'f',
  ব: 'b',
  ভ: 'b',
  ম: 'm',
  য: 'j',
  র: 'r',
  ল: 'l',
  শ: 's',
  ষ: 's',
  স: 's',
  হ: 'h',
  ৎ: 't',
  'ং': 'n',
};
const BANGLA = /[\u0980-\u09FF]/;
const PLAIN_LATIN = /^[a-z0-9]+$/;
const VOWEL = /[অ-ঌএঐওঔা-ৄেৈোৌ]/;

/**
 * Key under which a Bangla word and its many Latin spellings meet: the consonants as they sound, without breath
 * (bh = v = b, chh = ch), doubling and vowels; one leading `a` stands for any vowel at the front. One key a word, a space
 * between: `জন্ম নিবন্ধন`, `jonmo nibondhon` and `janma nibandhan` are all `jnm nbndn`. Rough on purpose, for finding only.
 */
export function banglishKey(text: string): string {
  return wordsOf(text)
    .map(soundOf)
    .filter((key) => key !== '')
    .join(' ');
}

/** Latin text for comparing: lower case, without accents and signs, words apart by one space. */
export function foldLatin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * A word in one spelling, the letters it is compared by, and its sound: '' where fewer than two consonants are heard and the
 * sound would fit everything.
 */
export interface SearchWord {
  readonly text: string;
  readonly letters: string;
  readonly sound: string;
}

/**
 * The words of a text or a query, in their order, ready to be compared. Who reads many texts gives a map, in which a word
 * that comes again is found.
 */
export function searchWords(text: string, known?: Map<string, SearchWord>): readonly SearchWord[] {
  return wordsOf(text).flatMap((word) => {
    const found = known?.get(word) ?? searchWord(word);
    known?.set(word, found);
    return found.letters === '' ? [] : [found];
  });
}

function searchWord(text: string): SearchWord {
  const sound = soundOf(text);
  // Plain Latin is folded by being lower case, and every other word of a list is plain Latin.
  const letters = PLAIN_LATIN.test(text) ? text : foldForSearch(text);
  return { text, letters, sound: sound.length >= 2 ? sound : '' };
}

/** As `searchWords`, every word once, in one flat list: its letters, and its sound behind a `~`. */
export function searchTerms(text: string): readonly string[] {
  const terms = searchWords(text).flatMap(({ letters, sound }) =>
    sound === '' ? [letters] : [letters, `~${sound}`],
  );
  return [...new Set(terms)];
}

/** Whether every word of a query begins some word of a text, by its letters or by its sound. */
export function matchesSearch(text: string, query: string): boolean {
  const terms = searchTerms(text);
  return wordsOf(query).every((word) =>
    searchTerms(word).some((wanted) => terms.some((term) => term.startsWith(wanted))),
  );
}

function soundOf(word: string): string {
  return BANGLA.test(word) ? banglaKey(word) : latinKey(word);
}

function wordsOf(text: string): readonly string[] {
  return normaliseText(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}\u200C\u200D]+/u)
    .filter((word) => word !== '');
}

function banglaKey(word: string): string {
  const plain = word
    .replace(/[\u200C\u200D]/g, '')
    .replace(/\u09A1\u09BC|\u09A2\u09BC|\u09C3|\u098B/g, 'র')
    .replace(/ক্ষ/g, 'খ')
    .replace(/জ্ঞ/g, 'গ')
    // Silent after a consonant: জ্বর, দ্বীপ are said without ব; ম্ব (নম্বর) and র্ব keep it.
    .replace(/([^মরল])্ব/g, '$1')
    .replace(/্য/g, '')
    // Antastha ya stands between vowels and is not heard as a consonant.
    .replace(/য়/g, '');
  const front = VOWEL.test(plain.charAt(0)) ? 'a' : '';
  const sounds = [...plain]
    .map((letter) => CONSONANTS[letter] ?? (/[0-9০-৯]/.test(letter) ? letter : ''))
    .join('');
  return squeeze(front + sounds);
}

function latinKey(word: string): string {
  const sounds = (PLAIN_LATIN.test(word) ? word : foldLatin(word))
    .replace(/ksh|kkh/g, 'k')
    .replace(/chh?/g, 'C')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c/g, 'k')
    .replace(/C/g, 'c')
    .replace(/ph/g, 'f')
    .replace(/sh/g, 's')
    .replace(/([kgjtdbr])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/v/g, 'b')
    .replace(/z/g, 'j')
    .replace(/q/g, 'k')
    .replace(/x/g, 'ks');
  const front = /^[aeiouyw]/.test(sounds) ? 'a' : '';
  return squeeze(front + sounds.replace(/[aeiouyw\s]/g, ''));
}

function squeeze(key: string): string {
  return key.replace(/([a-z])\1+/g, '$1');
}
