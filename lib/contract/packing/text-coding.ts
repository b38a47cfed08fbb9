import type { BitCoder } from './bit-coder';
import { CONTEXTS, type Model } from './model';
import { END, isEscape } from './text-symbols';

/** What a text is, since each kind has its own words. The numbers are part of the protocol. */
export const TEXT_KIND = { nameBn: 0, nameEn: 1, place: 2, sentence: 3, code: 4, json: 5 } as const;
export type TextKind = (typeof TEXT_KIND)[keyof typeof TEXT_KIND];

const mix = (hash: number, value: number): number =>
  (Math.imul(hash ^ (hash >>> 15) ^ value, 0x2c1b3c6d) + value) | 0;

/** Every character from tab to slash parts words: space, full stop, hyphen, brackets. */
const partsWords = (symbol: number): boolean => symbol > 8 && symbol < 0x30;

const contexts = new Int32Array(CONTEXTS);

/** Symbols up to END, which is coded and not given back. A reader that fails gives what it has. */
export function codeSymbols(
  { coder, model }: { readonly coder: BitCoder; readonly model: Model },
  kind: TextKind,
  given: readonly number[],
): readonly number[] {
  const found: number[] = [];
  let [one, two, three, escaped] = [0, 0, 0, 0];
  let word = kind + 1;
  let begin = kind + 1;
  while (!coder.failed) {
    contexts[0] = kind * 0x10001 + 77;
    contexts[1] = one + (kind << 8);
    contexts[2] = mix(one + 0x100, two);
    contexts[3] = mix(mix(one + 0x200, two), three);
    contexts[4] = mix(word, 7);
    contexts[5] = mix(begin, 9);
    const symbol = model.symbol(coder, contexts, given[found.length] ?? END);
    if (escaped > 0) escaped -= 1;
    else if (symbol === END) break;
    else if (isEscape(symbol)) escaped = 3;
    found.push(symbol);
    three = two;
    two = one;
    one = symbol;
    begin = mix(begin, symbol + 1);
    word = partsWords(symbol) ? 0x5bd1 : mix(word, symbol + 1);
  }
  return found;
}
