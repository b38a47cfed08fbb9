import { normaliseText } from './normalise';

/**
 * The sound of one word of a name as signs that both scripts share: consonants without breath and doubling, `a` for a vowel
 * at the front, `N` for a nasal that some write and some do not, `h`. Vowels inside are left out, since রহিমা is written Rahima, Rohima and
 * Roheema. For comparing only.
 */
export function nameSound(word: string): string {
  const plain = normaliseText(word).toLowerCase();
  return /[\u0980-\u09FF]/.test(plain) ? banglaSound(plain) : latinSound(plain);
}

const BANGLA: Readonly<Record<string, string>> = letters(
  'ক k খ k গ g ঘ g ঙ n চ c ছ c জ j ঝ j ঞ N ট t ঠ t ড d ঢ d ণ n ত t থ t দ d ধ d ন n প p ফ f ব b ভ b ম m য j র r ল l ' +
    'শ s ষ s স s হ h ৎ t ং n ঁ N',
);
const VOWEL_LETTER = /^[\u0985-\u0994]/;

function banglaSound(word: string): string {
  const plain = word
    .replace(/[\u200C\u200D]/g, '')
    .replace(/\u09A1\u09BC|\u09A2\u09BC|\u09C3/g, 'র')
    // at the front ঋ is ri
    .replace(/ঋ/g, 'র')
    // antastha ya is heard between vowels as no consonant
    .replace(/\u09AF\u09BC/g, '')
    .replace(/ক্ষ/g, 'ক')
    .replace(/জ্ঞ/g, 'গ')
    .replace(/ৎস/g, 'স')
    .replace(/ঙ্[কখগঘ]/g, (pair) => (/[কখ]/.test(pair) ? 'নক' : 'ন'))
    // silent after most consonants: স্বপন, জ্যোতি
    .replace(/([^মরল])্ব/g, '$1')
    .replace(/্য/g, '');
  const front = VOWEL_LETTER.test(plain) ? 'a' : '';
  return squeeze(front + [...plain].map((letter) => BANGLA[letter] ?? '').join(''));
}

function latinSound(word: string): string {
  const sounds = word
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/ksh|kkh|x/g, 'k')
    .replace(/chh?|tch/g, 'C')
    .replace(/sch|sh/g, 's')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c/g, 'k')
    .replace(/C/g, 'c')
    .replace(/ph/g, 'f')
    // জ্যোৎস্না is Jotsna, Jostna, Josna
    .replace(/ts|st(?=n)/g, 's')
    .replace(/([kgjtdbr])h/g, '$1')
    .replace(/nk/g, 'nK')
    .replace(/ng/g, 'n')
    .replace(/v/g, 'b')
    .replace(/z/g, 'j')
    .replace(/q|K/g, 'k')
    // at the end of a word only breath: Miah, Jannah
    .replace(/([aeiou])h$/, '$1');
  const front = /^[aeiouyw]/.test(sounds) ? 'a' : '';
  return squeeze(front + sounds.replace(/[aeiouyw]/g, ''));
}

function squeeze(sounds: string): string {
  return sounds.replace(/(.)\1+/g, '$1');
}

function letters(list: string): Readonly<Record<string, string>> {
  const parts = list.split(' ');
  return Object.fromEntries(
    parts.flatMap((letter, at): [string, string][] => (at % 2 === 0 ? [[letter, parts[at + 1] ?? '']] : [])),
  );
}
