import type { ServiceDefinition } from '../../forms/definition';
import type { Finding } from './finding';
import { textsOf } from './texts';

/** From here on a sentence of Bangla is hard to read for most, words. */
const LONG_SENTENCE = 20;
/** A label on a phone of 360 px takes more than two lines from here on, letters. */
const LONG_LABEL = 60;

export interface Reading {
  readonly sentences: number;
  /** Bangla words a sentence. */
  readonly average: number;
  readonly longest: number;
  /** Letters of the longest Bangla label. */
  readonly longestLabel: number;
}

/** How hard a service is to read in Bangla, and what is too long. */
export function readingOf(definition: ServiceDefinition): {
  readonly reading: Reading;
  readonly findings: readonly Finding[];
} {
  const texts = textsOf(definition);
  const prose = texts.filter(({ kind }) => kind === 'prose');
  const labels = texts.filter(({ kind }) => kind === 'label');
  const sentences = prose.flatMap(({ path, text }) => sentencesOf(text.bn).map((words) => ({ path, words })));
  const letters = ({ text }: (typeof labels)[number]) => [...text.bn].length;
  return {
    reading: {
      sentences: sentences.length,
      average: sentences.reduce((sum, { words }) => sum + words, 0) / Math.max(1, sentences.length),
      longest: Math.max(0, ...sentences.map(({ words }) => words)),
      longestLabel: Math.max(0, ...labels.map(letters)),
    },
    findings: [
      ...sentences
        .filter(({ words }) => words > LONG_SENTENCE)
        .map(
          ({ path, words }): Finding => ({
            path,
            rule: 'long-sentence',
            reason: `${words} words in one sentence`,
          }),
        ),
      ...labels
        .filter((label) => letters(label) > LONG_LABEL)
        .map(
          (label): Finding => ({ path: label.path, rule: 'long-label', reason: `${letters(label)} letters` }),
        ),
    ],
  };
}

/** Words of each sentence. */
function sentencesOf(text: string): readonly number[] {
  return text
    .split(/[।?!;]|\.\s/)
    .map((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length)
    .filter((words) => words > 0);
}
