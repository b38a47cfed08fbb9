import { type SearchWord, searchWords } from '../bangla/search-keys';
import type { Agency } from '../contract/wire';
import type { ServiceDefinition } from '../forms/definition';
import lifeEvents from './life-events.json';
import { joinedLetters, SYNONYMS, weightOf } from './search-words';
import { type ComparedWord, comparedWord } from './word-likeness';

/** What of a service is searched: what the list on the device holds of it before it is open. */
export type SearchableService = Pick<ServiceDefinition, 'id' | 'name' | 'agency' | 'category' | 'keywords'>;

/** A name, a keyword, a life event or an agency, as the words it consists of. */
export interface Phrase {
  /** Place of its service in the list. */
  readonly service: number;
  /** What a phrase of its kind is worth. */
  readonly worth: number;
  readonly isName: boolean;
  /** Numbers of its words, each once. */
  readonly words: readonly number[];
}

export interface SearchIndex {
  readonly services: number;
  readonly words: readonly ComparedWord[];
  /** How much a word tells of what is meant, by its number. */
  readonly telling: readonly number[];
  /** Numbers of the words that begin with a letter, and behind a `~` with a sound. */
  readonly beginning: ReadonlyMap<string, readonly number[]>;
  readonly numberOf: ReadonlyMap<string, number>;
  /** Group of words that mean the same, by the number of a word. */
  readonly groupOf: ReadonlyMap<number, number>;
  readonly groups: readonly (readonly number[])[];
  readonly phrases: readonly Phrase[];
  /** Numbers of the phrases a word stands in, by the number of the word. */
  readonly phrasesOf: readonly (readonly number[])[];
  /** Numbers of phrases by all their letters without the spaces between. */
  readonly joined: ReadonlyMap<string, readonly number[]>;
}

const WORTH = { name: 1, keyword: 0.97, event: 0.96, nextOfEvent: 0.66, agency: 0.5 } as const;

/** Made once per catalogue. Services keep their places. Life events name services that a catalogue need not have. */
export function createSearchIndex(
  services: readonly SearchableService[],
  agencies: readonly Agency[],
): SearchIndex {
  const words: ComparedWord[] = [];
  const numberOf = new Map<string, number>();
  const phrases: Phrase[] = [];
  const phrasesOf: number[][] = [];
  const joined = new Map<string, number[]>();
  const read = new Map<string, SearchWord>();

  const numbersOf = (text: string): readonly number[] => {
    const numbers = searchWords(text, read).map((word) => {
      const known = numberOf.get(word.letters);
      if (known !== undefined) return known;
      numberOf.set(word.letters, words.length);
      phrasesOf.push([]);
      return words.push(comparedWord(word)) - 1;
    });
    return [...new Set(numbers)];
  };
  const add = (service: number, text: string, worth: number, isName = false) => {
    const numbers = numbersOf(text);
    for (const number of numbers) phrasesOf[number]?.push(phrases.length);
    if (worth > WORTH.agency) {
      const letters = joinedLetters(numbers.flatMap((number) => words[number] ?? []));
      const same = joined.get(letters);
      if (same === undefined) joined.set(letters, [phrases.length]);
      else same.push(phrases.length);
    }
    phrases.push({ service, worth, isName, words: numbers });
  };

  const agencyById = new Map(agencies.map((agency) => [agency.id, agency]));
  const placeById = new Map(services.map(({ id }, place) => [id, place]));
  services.forEach(({ name, keywords, agency }, service) => {
    for (const text of [name.bn, name.en]) {
      const outside = text.replace(/\([^)]*\)/g, ' ');
      add(service, outside, WORTH.name, true);
      if (outside !== text) add(service, text, WORTH.keyword);
    }
    for (const text of keywords) add(service, text, WORTH.keyword);
    const its = agencyById.get(agency)?.name;
    if (its !== undefined) for (const text of [its.bn, its.en]) add(service, text, WORTH.agency);
  });
  for (const event of lifeEvents)
    event.services.forEach((id, rank) => {
      const service = placeById.get(id);
      if (service === undefined) return;
      for (const text of event.phrases)
        add(service, text, rank === 0 ? WORTH.event : WORTH.nextOfEvent - 0.05 * rank);
    });

  const groupOf = new Map<number, number>();
  const groups = SYNONYMS.map((line, group) => {
    const numbers = numbersOf(line);
    for (const number of numbers) groupOf.set(number, group);
    return numbers;
  });
  const telling = words.map((word, number) => {
    const holders = new Set((phrasesOf[number] ?? []).map((phrase) => phrases[phrase]?.service));
    return weightOf(word) * Math.log(1 + services.length / Math.max(1, holders.size));
  });
  const beginning = new Map<string, number[]>();
  words.forEach(({ letters, sound }, number) => {
    for (const begin of [letters.charAt(0), `~${sound.charAt(0)}`]) {
      const same = beginning.get(begin);
      if (same === undefined) beginning.set(begin, [number]);
      else same.push(number);
    }
  });
  return {
    services: services.length,
    words,
    beginning,
    telling,
    numberOf,
    groupOf,
    groups,
    phrases,
    phrasesOf,
    joined,
  };
}
