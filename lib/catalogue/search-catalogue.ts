import { type SearchWord, searchWords } from '../bangla/search-keys';
import type { Agency } from '../contract/wire';
import { inCounterOrder } from './counter-order';
import { createSearchIndex, type SearchableService } from './search-index';
import { scoresOf } from './search-score';
import { isFiller, joinedLetters } from './search-words';
import { splitWord, type TypedWord, typedWord } from './typed-word';

/** How often this centre filed a service lately, by its id. */
export type FiledCounts = ReadonlyMap<string, number>;

/**
 * Ids of the services that fit, best first; none for a query without a word, all for one that only asks ("how do I").
 * What this centre files decides between services that fit alike.
 */
export type ServiceSearch = (query: string, filed?: FiledCounts) => readonly string[];

/** What this centre files most is worth this much more: it decides between services that fit alike. */
const FILED = 0.1;
/** What centres are asked for most, as long as a centre's own work says nothing. */
const ASKED = 0.03;
/** What scores less than this part of the best is noise. */
const NOISE = 0.35;
const REMEMBERED = 50;
const NOTHING_FILED: FiledCounts = new Map();

/**
 * Search over names, keywords, agencies and life events. Every word typed counts as much as it is rare among the
 * services; words of asking ("how", "I want") and words that fit nothing do no harm. Takes Bangla in any spelling, English,
 * Bangla in Latin letters, synonyms, half words, one wrong letter, and two words written as one. Made once per catalogue.
 */
export function createServiceSearch(
  services: readonly SearchableService[],
  agencies: readonly Agency[],
): ServiceSearch {
  const ordered = inCounterOrder(services);
  const index = createSearchIndex(ordered, agencies);
  const ids = ordered.map(({ id }) => id);
  const remembered = new Map<string, TypedWord>();
  const typed = (word: SearchWord): TypedWord => {
    const known = remembered.get(word.text);
    if (known !== undefined) return known;
    if (remembered.size >= REMEMBERED) remembered.clear();
    const made = typedWord(index, word);
    remembered.set(word.text, made);
    return made;
  };

  return (query, filed = NOTHING_FILED) => {
    const all = searchWords(query);
    if (all.length === 0) return [];
    const words = all.filter((word) => !isFiller(word));
    if (words.length === 0) return ids;
    const joined = joinedLetters(words);
    const asTyped = scoresOf(index, words.map(typed), joined);
    const parts = words.flatMap((word) => splitWord(index, word));
    const asSplit = parts.length === words.length ? asTyped : scoresOf(index, parts.map(typed), joined);
    const standing = standings(ordered, filed);
    const scores = asTyped.map((score, at) => Math.max(score, asSplit[at] ?? 0) * (standing[at] ?? 1));
    const best = Math.max(...scores);
    return ordered
      .map(({ id }, at) => ({ id, at, score: scores[at] ?? 0 }))
      .filter(({ score }) => score > 0 && score >= NOISE * best)
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .map(({ id }) => id);
  };
}

function standings(ordered: readonly SearchableService[], filed: FiledCounts): readonly number[] {
  const most = Math.log(1 + Math.max(0, ...filed.values()));
  return ordered.map(({ id }, at) => {
    const own = most === 0 ? 0 : Math.log(1 + (filed.get(id) ?? 0)) / most;
    return 1 + FILED * own + ASKED / (1 + at / 8);
  });
}
