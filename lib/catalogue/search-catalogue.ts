import { beginsAlmost } from '../bangla/begins-almost';
import { foldForSearch } from '../bangla/fold';
import { searchTerms } from '../bangla/search-keys';
import type { Agency } from '../contract/wire';
import type { ServiceDefinition } from '../forms/definition';

/** Ids of the services that fit, best first; none for an empty query. */
export type ServiceSearch = (query: string) => readonly string[];

/** What of a definition is searched: what a person may know of it before it is open. */
export type SearchableService = Pick<ServiceDefinition, 'id' | 'name' | 'agency' | 'keywords'>;

interface Entry {
  readonly id: string;
  /** Whole names and keywords, folded. */
  readonly phrases: readonly string[];
  /** Words with the weight of the best place they stand in. */
  readonly weights: ReadonlyMap<string, number>;
}

const WEIGHT = { name: 3, keyword: 2, agency: 1 } as const;
/** How surely a word typed and a word written are the same. */
const LIKENESS = { same: 1, begins: 0.8, inflected: 0.7, almost: 0.45 } as const;
/** Behind `~` stands the sound of a word: rougher than its letters, and rough indeed with two consonants. */
const SOUND_DISCOUNT = 0.6;
const SHORT_SOUND_DISCOUNT = 0.3;
const SHORT_SOUND = 3;
const HASANTA = '\u09CD';
/** A word says more of a short name than of a long one: `জন্ম` means the registration before its correction. */
const SHORT_NAME_BONUS = 0.5;
const WHOLE_PHRASE = 6;
const PHRASE_BEGINS = 3;
const SHORTEST_LOOSE = 4;
/** Endings a word takes in a sentence (জমির, পাসপোর্টের), in letters. */
const LONGEST_ENDING = 3;
/** What scores less than this part of the best is noise. */
const NOISE = 0.2;

/**
 * Search over names, keywords and agencies. Every word typed counts as much as it is rare among the
 * services; words that fit nothing ("how", "I want") do no harm. Takes Bangla in any spelling, English, Bangla in
 * Latin letters, half words and one wrong letter. Made once per catalogue.
 */
export function createServiceSearch(
  services: readonly SearchableService[],
  agencies: readonly Agency[],
): ServiceSearch {
  const agencyById = new Map(agencies.map((agency) => [agency.id, agency]));
  const entries = services.map((service) => entryOf(service, agencyById.get(service.agency)));

  return (query) => {
    const words = query.trim().split(/\s+/).map(searchTerms);
    const scores = entries.map(() => 0);
    for (const terms of words.filter((one) => one.length > 0)) {
      const found = entries.map((entry) => bestWeight(entry, terms));
      const fitting = found.filter((weight) => weight > 0).length;
      const rarity = Math.log(1 + entries.length / Math.max(fitting, 1));
      found.forEach((weight, at) => {
        scores[at] = (scores[at] ?? 0) + weight * rarity;
      });
    }
    const phrase = foldForSearch(query);
    return entries
      .map(({ id, phrases }, at) => ({ id, at, score: (scores[at] ?? 0) + phraseBonus(phrases, phrase) }))
      .filter(({ score }, _, all) => score > 0 && score >= NOISE * Math.max(...all.map((one) => one.score)))
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .map(({ id }) => id);
  };
}

function entryOf({ id, name, keywords }: SearchableService, agency: Agency | undefined): Entry {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const term of searchTerms(text)) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  };
  for (const text of [name.bn, name.en]) add(text, WEIGHT.name + SHORT_NAME_BONUS / text.split(/\s+/).length);
  for (const text of keywords) add(text, WEIGHT.keyword);
  for (const text of agency ? [agency.name.bn, agency.name.en] : []) add(text, WEIGHT.agency);
  return { id, weights, phrases: [name.bn, name.en, ...keywords].map(foldForSearch) };
}

function bestWeight({ weights }: Entry, typed: readonly string[]): number {
  let best = 0;
  for (const [written, weight] of weights)
    for (const term of typed) best = Math.max(best, weight * likeness(written, term));
  return best;
}

function likeness(written: string, typed: string): number {
  const isSound = typed.startsWith('~');
  if (isSound !== written.startsWith('~')) return 0;
  if (isSound) return soundLikeness(written, typed);
  if (written === typed) return LIKENESS.same;
  // After a hasanta the letter goes on: বয়স is no beginning of বয়স্ক.
  if (written.startsWith(typed)) return written[typed.length] === HASANTA ? LIKENESS.almost : LIKENESS.begins;
  if (typed.length < SHORTEST_LOOSE) return 0;
  const isInflected = typed.startsWith(written) && typed.length - written.length <= LONGEST_ENDING;
  if (isInflected && written.length >= LONGEST_ENDING) return LIKENESS.inflected;
  return beginsAlmost(written, typed) ? LIKENESS.almost : 0;
}

function soundLikeness(written: string, typed: string): number {
  const discount = typed.length <= SHORT_SOUND ? SHORT_SOUND_DISCOUNT : SOUND_DISCOUNT;
  if (written === typed) return LIKENESS.same * discount;
  return written.startsWith(typed) ? LIKENESS.begins * discount : 0;
}

function phraseBonus(phrases: readonly string[], typed: string): number {
  if (typed.length < 2) return 0;
  if (phrases.includes(typed)) return WHOLE_PHRASE;
  return phrases.some((phrase) => phrase.startsWith(typed)) ? PHRASE_BEGINS : 0;
}
