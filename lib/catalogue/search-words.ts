import { type SearchWord, searchWords } from '../bangla/search-keys';
import vocabulary from './search-vocabulary.json';

const TELLS_LITTLE = 0.3;
const TELLS_NOTHING = 0.03;
const FILLER = textsOf(vocabulary.filler);
const LIGHT = textsOf(vocabulary.light);

/** Words that mean the same, one group a line. */
export const SYNONYMS: readonly string[] = vocabulary.synonyms;

/** Whether a word says how somebody asks (কীভাবে, লাগবে, how), and nothing of what they want. */
export function isFiller({ text }: SearchWord): boolean {
  return FILLER.has(text);
}

/** What part of its rarity a word may count: nearly none for words of asking, little for words most services have. */
export function weightOf({ text }: SearchWord): number {
  if (FILLER.has(text)) return TELLS_NOTHING;
  return LIGHT.has(text) ? TELLS_LITTLE : 1;
}

/** The letters of all words but those of asking, without the spaces between. */
export function joinedLetters(words: readonly SearchWord[]): string {
  return words
    .filter((word) => !isFiller(word))
    .map(({ letters }) => letters)
    .join('');
}

/** By their one spelling and not by their folded letters, where হয় is হজ. */
function textsOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => searchWords(line)).map(({ text }) => text));
}
