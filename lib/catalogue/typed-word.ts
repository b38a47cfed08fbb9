import type { SearchWord } from '../bangla/search-keys';
import type { SearchIndex } from './search-index';
import { weightOf } from './search-words';
import { comparedWord, likeness } from './word-likeness';

type Like = readonly [number: number, likeness: number];

/** A word that was typed, with all it may stand for. */
export interface TypedWord {
  /** Words of the index. */
  readonly words: readonly Like[];
  /** Phrases with such a word in them, by their most like one. */
  readonly phrases: readonly Like[];
  /** How much the word tells; 0 when it fits nothing. */
  readonly weight: number;
}

/** Likeness of two words that mean the same and are not spelled the same. */
const SYNONYM = 0.8;
/** From here on a word typed is sure enough to stand for what it means. */
const SURE = 0.75;
const SHORTEST_PART = 3;

/**
 * Compares the word with every word of the index that begins with its letter or its sound, and with what those mean: the
 * dear part of a search, worth remembering. A word typed with a wrong first letter is not found.
 */
export function typedWord(index: SearchIndex, word: SearchWord): TypedWord {
  const words = fittingWords(index, word);
  const inPhrase = new Float32Array(index.phrases.length);
  const found: number[] = [];
  for (const [number, like] of words)
    for (const phrase of index.phrasesOf[number] ?? []) {
      const before = inPhrase[phrase] ?? 0;
      if (before === 0) found.push(phrase);
      if (like > before) inPhrase[phrase] = like;
    }
  const phrases = found.map((phrase) => [phrase, inPhrase[phrase] ?? 0] as const);

  const inService = new Float32Array(index.services);
  let best = 0;
  for (const [phrase, like] of phrases) {
    const service = index.phrases[phrase]?.service ?? 0;
    if (like > (inService[service] ?? 0)) inService[service] = like;
    if (like > best) best = like;
  }
  // Services that fit far less well do not make a word common.
  let alike = 0;
  for (const like of inService) if (like > 0) alike += (like / best) ** 4;
  const weight = best === 0 ? 0 : weightOf(word) * Math.log(1 + index.services / Math.max(1, alike));
  return { words, phrases, weight };
}

function fittingWords(index: SearchIndex, word: SearchWord): readonly Like[] {
  const typed = comparedWord(word);
  const found = new Map<number, number>();
  const meant = new Map<number, number>();
  const candidates = new Set(index.beginning.get(typed.letters.charAt(0)));
  if (typed.sound !== '')
    for (const number of index.beginning.get(`~${typed.sound.charAt(0)}`) ?? []) candidates.add(number);
  for (const number of candidates) {
    const written = index.words[number];
    const like = written === undefined ? 0 : likeness(written, typed);
    if (like === 0) continue;
    found.set(number, like);
    const group = index.groupOf.get(number);
    if (like >= SURE && group !== undefined) meant.set(group, Math.max(meant.get(group) ?? 0, like));
  }
  for (const [group, like] of meant)
    for (const number of index.groups[group] ?? [])
      found.set(number, Math.max(found.get(number) ?? 0, like * SYNONYM));
  return [...found];
}

/** The two words of the index that were typed as one (জন্মনিবন্ধন), or the word as it is. */
export function splitWord({ words, numberOf }: SearchIndex, word: SearchWord): readonly SearchWord[] {
  const { letters } = word;
  for (let at = SHORTEST_PART; at <= letters.length - SHORTEST_PART; at++) {
    const [head, tail] = [numberOf.get(letters.slice(0, at)), numberOf.get(letters.slice(at))];
    if (head !== undefined && tail !== undefined) return [words[head] ?? word, words[tail] ?? word];
  }
  return [word];
}
