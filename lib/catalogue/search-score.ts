import type { SearchIndex } from './search-index';
import type { TypedWord } from './typed-word';

/** How much a word that was typed and is not in the phrase takes away. */
const MISSING = 1.5;
/** How much of a phrase's worth goes to its words being typed. */
const NAMED_PART = 0.4;
/** How much more a service is worth whose name was typed. */
const NAME = 0.2;
/** Words found here and there in a service, against words found in one phrase. */
const SCATTERED = 0.5;
/** A phrase typed whole, with its spaces or without. */
const WHOLE = 0.15;

/**
 * Score of every service by its place: its best phrase, by how much of what was typed is in it and how much of it was
 * typed; a name before a keyword; and a part for words that stand in other phrases of the service.
 */
export function scoresOf(index: SearchIndex, typed: readonly TypedWord[], joined: string): Float64Array {
  const weight = typed.reduce((sum, word) => sum + word.weight, 0);
  const scores = new Float64Array(index.services);
  if (weight === 0) return scores;
  const scattered = new Float64Array(index.services);
  const covered = new Float64Array(index.phrases.length);
  const touched = new Set<number>();
  const named = new Float64Array(index.words.length);
  for (const word of typed) {
    const best = new Float64Array(index.services);
    for (const [number, like] of word.words) named[number] = Math.max(named[number] ?? 0, like);
    for (const [number, like] of word.phrases) {
      touched.add(number);
      covered[number] = (covered[number] ?? 0) + like * word.weight;
      const { service = 0, worth = 0 } = index.phrases[number] ?? {};
      best[service] = Math.max(best[service] ?? 0, like * worth);
    }
    best.forEach((like, service) => {
      scattered[service] = (scattered[service] ?? 0) + like * word.weight;
    });
  }

  const bonus = new Float64Array(index.services);
  for (const number of touched) {
    const part = (covered[number] ?? 0) / weight;
    const { service = 0, worth = 0, isName = false, words = [] } = index.phrases[number] ?? {};
    let all = 0;
    let said = 0;
    for (const word of words) {
      all += index.telling[word] ?? 0;
      said += (index.telling[word] ?? 0) * (named[word] ?? 0);
    }
    const whole = all === 0 ? 0 : said / all;
    const score = worth * part ** MISSING * (1 - NAMED_PART + NAMED_PART * whole);
    scores[service] = Math.max(scores[service] ?? 0, score);
    if (isName) bonus[service] = Math.max(bonus[service] ?? 0, NAME * part * whole);
  }
  for (const number of index.joined.get(joined) ?? []) {
    const service = index.phrases[number]?.service ?? 0;
    scores[service] = Math.max(scores[service] ?? 0, 1);
    bonus[service] = Math.max(bonus[service] ?? 0, WHOLE);
  }
  return scores.map(
    (score, service) => score + (bonus[service] ?? 0) + (SCATTERED * (scattered[service] ?? 0)) / weight,
  );
}
