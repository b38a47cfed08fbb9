import { AFTER, BEFORE, LETTERS, REPH, VOWELS } from './bijoy-glyphs';
import { toBengaliDigits } from './digits';
import { normaliseLine } from './normalise';

const HASANTA = '\u09CD';
const PLAIN = /^[0-9 .()/-]$/;

/**
 * Text written with Bijoy (SutonnyMJ) as Unicode, or null when it cannot be such text: a sign the font does not have, or
 * syllables that nobody writes (a vowel sign without a letter, two in a row, a hasanta at the end). Whether it IS Bijoy is
 * another question: `offerUnicode`. Loaded when it is needed only.
 */
export function bijoyToUnicode(text: string): string | null {
  const words = text.trim().split(/\s+/).map(wordToUnicode);
  return words.includes(null) ? null : normaliseLine(words.join(' '));
}

function wordToUnicode(word: string): string | null {
  const signs = [...word];
  let written = '';
  let at = 0;
  while (at < signs.length) {
    const sign = signs[at] ?? '';
    if (PLAIN.test(sign)) {
      written += toBengaliDigits(sign);
      at += 1;
      continue;
    }
    if (sign === '|') {
      written += '।';
      at += 1;
      continue;
    }
    const syllable = readSyllable(signs, at);
    if (syllable === null) return null;
    written += syllable.written;
    at = syllable.next;
  }
  return written;
}

interface Syllable {
  readonly written: string;
  readonly next: number;
}

function readSyllable(signs: readonly string[], from: number): Syllable | null {
  let at = from;
  const before = own(BEFORE, signs[at]);
  if (before !== undefined) at += 1;
  const head = readLetters(signs, at);
  if (head === null) return null;
  at = head.next;
  let reph = '';
  let vowel = before ?? '';
  let marks = '';
  let letters = head.written;
  for (; at < signs.length; at += 1) {
    const sign = signs[at];
    const after = own(AFTER, sign);
    const under = own(LETTERS, sign);
    if (sign === REPH && reph === '') reph = `র${HASANTA}`;
    else if (under?.startsWith(HASANTA) && under !== HASANTA && !head.isVowel) letters += under;
    else if (after === undefined) break;
    else if (/[ঁংঃ]/.test(after)) marks += after;
    else if (head.isVowel) return null;
    else {
      const joined = joinVowels(vowel, after);
      if (joined === null) return null;
      vowel = joined;
    }
  }
  // গু and its like bring their own vowel
  if (/[ুৃ]$/.test(letters) && vowel !== '') return null;
  if (head.isVowel && (before !== undefined || reph !== '')) return null;
  if (letters.endsWith(HASANTA) || marks.length > 2) return null;
  const written = `${reph}${letters}${vowel}${marks}`.replace(/\u09CD\u09CD+/g, HASANTA);
  return { written, next: at };
}

function readLetters(
  signs: readonly string[],
  from: number,
): (Syllable & { readonly isVowel: boolean }) | null {
  const first = signs[from];
  const vowel = own(VOWELS, first);
  if (vowel !== undefined) {
    const isAa = first === 'A' && signs[from + 1] === 'v';
    // অ্যা: the vowel carries a sign as a letter does
    const isLetter = first === 'A' && signs[from + 1] === '¨';
    return { written: isAa ? 'আ' : vowel, next: from + (isAa ? 2 : 1), isVowel: !isLetter };
  }
  let written = '';
  let at = from;
  while (at < signs.length) {
    const letter = own(LETTERS, signs[at]);
    if (letter === undefined) break;
    const hangs = letter.startsWith(HASANTA);
    if (written === '' ? hangs : !hangs && !written.endsWith(HASANTA)) break;
    written += letter;
    at += 1;
  }
  return written === '' ? null : { written, next: at, isVowel: false };
}

function joinVowels(first: string, second: string): string | null {
  if (first === '') return second === 'ৗ' ? null : second;
  if (first === 'ে' && second === 'া') return 'ো';
  return first === 'ে' && second === 'ৗ' ? 'ৌ' : null;
}

function own(table: Readonly<Record<string, string>>, sign: string | undefined): string | undefined {
  return sign !== undefined && Object.hasOwn(table, sign) ? table[sign] : undefined;
}
