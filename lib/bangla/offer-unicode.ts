import { bijoyToUnicode } from './bijoy-to-unicode';

/**
 * How much likelier a letter is in Bijoy text than in English, as tenths of a natural logarithm: counted over the Bangla and
 * the English words of the catalogue and the place names of this project.
 */
const WEIGHTS =
  'A-4 B4 C-27 D-15 E-38 F-24 G2 H-33 I-12 J-17 K22 L-3 M4 N-16 O-13 P-5 Q27 R0 S-30 T-14 U6 V8 W9 X-3 Y8 Z33 ' +
  'a-24 b18 c2 d-16 e-2 f-10 g9 h-6 i4 j20 k7 l-11 m5 n-14 o-20 p-38 q33 r-42 s-15 t-47 u-20 v37 w25 x22 y9 z-11';

/** The least mean weight a letter, and the least weight in all, of text that is offered as Bangla. */
const LEAST_MEAN = 6;
const LEAST_SUM = 24;

/** Signs that nobody types in a Latin name; a quotation mark is not one, telephones put it in by themselves. */
const FONT_SIGN = /[†‡ˆ‰©¨ªÏ×¯š›¤®·µ¶³±°»¼½¾¿À-Ýß-þ…„ƒ~`_]/g;
const FONT_SIGN_WEIGHT = 15;
/** The signs of ে ৈ ৌ and of reph stand in no English word at all. */
const SURE_SIGN = /[†‡ˆ‰Š©]/;
/** A word that can be said in English: Vivek, Qazi. Bijoy hardly ever looks so, since its `v` and `w` stand between consonants. */
const SAYABLE = /^(?:[^aeiou]{0,2}[aeiou]+)*[^aeiou]{0,2}$/i;

const weightOf: ReadonlyMap<string, number> = new Map(
  WEIGHTS.split(' ').map((entry) => [entry.charAt(0), Number(entry.slice(1))]),
);

/**
 * The Unicode that text typed with Bijoy (SutonnyMJ) was meant to be: `Avgvi` → `আমার`; null when the text is not likely
 * to be Bijoy, such as an English name in a Bangla field. To be offered, never forced.
 */
export function offerUnicode(text: string): string | null {
  if (/[\u0980-\u09FF]/.test(text) || !/[A-Za-z]/.test(text)) return null;
  if (SURE_SIGN.test(text)) return bijoyToUnicode(text);
  const signs = text.match(FONT_SIGN)?.length ?? 0;
  const letters = text.match(/[A-Za-z]/g) ?? [];
  const weight =
    letters.reduce((sum, letter) => sum + (weightOf.get(letter) ?? 0), 0) + signs * FONT_SIGN_WEIGHT;
  if (weight < LEAST_SUM || weight / (letters.length + signs) < LEAST_MEAN) return null;
  const isSayable = signs === 0 && text.split(/[^A-Za-z]+/).every((word) => SAYABLE.test(word));
  return isSayable ? null : bijoyToUnicode(text);
}
