import { beginsAlmost } from '../bangla/begins-almost';
import type { SearchWord } from '../bangla/search-keys';

/** A word made ready for many comparisons. */
export interface ComparedWord extends SearchWord {
  /** Without the ending it takes in a sentence; as it is with three letters or fewer. */
  readonly stem: string;
  readonly isLatin: boolean;
}

/** How surely a word typed and a word written are the same, 0 to 1. */
const LETTERS = { same: 1, stem: 0.92, begins: 0.85, inflected: 0.75, almost: 0.55 } as const;
/** The sound of a word is rougher than its letters, and rough indeed with two consonants. */
const SOUND = { same: 0.65, sameAndAlmost: 0.9, otherScript: 0.85, begins: 0.55, almost: 0.45 } as const;
const SHORT_SOUND = { same: 0.4, sameAndAlmost: 0.8, otherScript: 0.6, begins: 0.2 } as const;
const SHORT = 2;
const LONG = 4;
const SHORTEST_STEM = 3;
const SHORTEST_LOOSE = 4;
const LONGEST_ENDING = { latin: 2, bangla: 3 } as const;
const HASANTA = '\u09CD';
const LATIN = /^[a-z]/;
/** Endings a noun takes in a sentence (জমির, পাসপোর্টের, সনদটা), as they are after folding. */
const BANGLA_ENDING = /(?:গুলো|দের|টির|টার|ের|জের|তে|কে|টা|টি|জে|র|ে)$/;
const LATIN_ENDING = /(?:guli|der|tir|tar|er|te|ke|ta|ti|s)$/;

export function comparedWord(word: SearchWord): ComparedWord {
  const isLatin = LATIN.test(word.letters);
  const stem = word.letters.replace(isLatin ? LATIN_ENDING : BANGLA_ENDING, '');
  return { ...word, isLatin, stem: stem.length >= SHORTEST_STEM ? stem : word.letters };
}

/**
 * Likeness of a word of the list and a word somebody typed: the same letters, the same but for an ending, its beginning,
 * one letter wrong, or the same sound in whichever script. 0 when they have nothing to do with each other.
 */
export function likeness(written: ComparedWord, typed: ComparedWord): number {
  const byLetters = written.isLatin === typed.isLatin ? likeLetters(written, typed) : 0;
  return byLetters >= LETTERS.begins ? byLetters : Math.max(byLetters, likeSound(written, typed));
}

function likeLetters(written: ComparedWord, typed: ComparedWord): number {
  const one = written.letters;
  const other = typed.letters;
  if (one === other) return LETTERS.same;
  // After a hasanta the letter goes on: বয়স is no beginning of বয়স্ক, but জন is on the way to জন্ম.
  if (one.startsWith(other))
    return one[other.length] === HASANTA && other.length > SHORT ? LETTERS.almost : LETTERS.begins;
  if (one.length < SHORTEST_STEM || other.length < SHORTEST_STEM) return 0;
  if (written.stem === typed.stem) return LETTERS.stem;
  const ending = other.length - one.length;
  if (ending > 0 && ending <= LONGEST_ENDING[typed.isLatin ? 'latin' : 'bangla'] && other.startsWith(one))
    return LETTERS.inflected;
  return other.length >= SHORTEST_LOOSE && beginsAlmost(one, other) ? LETTERS.almost : 0;
}

function likeSound(written: ComparedWord, typed: ComparedWord): number {
  const one = written.sound;
  const other = typed.sound;
  if (one === '' || other === '' || one[0] !== other[0]) return 0;
  const worth = other.length <= SHORT ? SHORT_SOUND : SOUND;
  if (one === other) {
    if (written.isLatin !== typed.isLatin) return worth.otherScript;
    const isAlmost = typed.letters.length > SHORT && beginsAlmost(written.letters, typed.letters);
    return isAlmost ? worth.sameAndAlmost : worth.same;
  }
  if (one.startsWith(other)) return worth.begins;
  return other.length >= LONG && beginsAlmost(one, other) ? SOUND.almost : 0;
}
