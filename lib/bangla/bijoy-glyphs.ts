/**
 * What the signs of SutonnyMJ stand for (the font in which Bangla is written with Bijoy), as Windows-1252 text shows them.
 * Facts of the font, written down by hand: no code or file of another project is in here. Checked against the reverse table
 * of ibus-avro (ANSIconverter.js, Woliul Hasan 2020, Apache-2.0). A sign that sources give two meanings is left out, and a text
 * that has it is not converted.
 */

/** Signs that stand in front of the letter they are said after. */
export const BEFORE: Readonly<Record<string, string>> = {
  w: 'ি',
  '†': 'ে',
  '‡': 'ে',
  ˆ: 'ৈ',
  '‰': 'ৈ',
};

/** Signs that follow their letter; chandrabindu, anusvara and visarga come last. */
export const AFTER: Readonly<Record<string, string>> = {
  v: 'া',
  x: 'ী',
  y: 'ু',
  z: 'ু',
  '“': 'ু',
  '~': 'ূ',
  ƒ: 'ূ',
  '‚': 'ূ',
  '…': 'ৃ',
  '„': 'ৃ',
  Š: 'ৗ',
  u: 'ঁ',
  s: 'ং',
  t: 'ঃ',
};

/** Stands behind the letters it is said before. */
export const REPH = '©';

/** Letters, halves of letters (with hasanta behind) and what hangs under a letter (with hasanta in front). */
export const LETTERS: Readonly<Record<string, string>> = pairs(
  'K ক L খ M গ N ঘ O ঙ P চ Q ছ R জ S ঝ T ঞ U ট V ঠ W ড X ঢ Y ণ Z ত _ থ ` দ a ধ b ন c প d ফ e ব f ভ g ম ' +
    'h য i র j ল k শ l ষ m স n হ o ড় p ঢ় q য় r ৎ ' +
    '° ক্ক ± ক্ট ³ ক্ত µ ক্র ¶ ক্ষ · ক্স ¸ গু » গ্ধ ¼ ঙ্ক ½ ঙ্গ ¾ জ্জ À জ্ঝ Á জ্ঞ Â ঞ্চ Ã ঞ্ছ Ä ঞ্জ Å ঞ্ঝ Æ ট্ট Ç ড্ড ' +
    'È ণ্ট É ণ্ঠ Ê ণ্ড Ë ত্ত Ì ত্থ Î ত্র Ï দ্দ × দ্ধ Ø দ্ব Ù দ্ম Ú ন্ঠ Û ন্ড Ü ন্ধ Ý ন্স Þ প্ট ß প্ত à প্প á প্স ' +
    'â ব্জ ã ব্দ ä ব্ধ å ভ্র ç ম্ফ é ল্ক ê ল্গ ë ল্ট ì ল্ড í ল্প î ল্ফ ï শু ð শ্চ ñ শ্ছ ò ষ্ণ ó ষ্ট ô ষ্ঠ õ ষ্ফ ' +
    'ö স্খ ÷ স্ট ù স্ফ û হু ü হৃ ý হ্ন þ হ্ম ' +
    '” চ্ • ঙ্ ˜ দ্ ™ দ্ š ন্ › ন্ ¤ ম্ ® ষ্ ¯ স্ ' +
    '& ্ ¨ ্য ª ্র « ্র Ö ্র ^ ্ব ¡ ্ব ¦ ্ব Ÿ ্ব ¢ ্ভ £ ্ভ্র ¥ ্ম § ্ম œ ্ন è ্ণ ¬ ্ল ø ্ল ú ্প — ্ত ‘ ্তু ’ ্থ ‹ ্ক Œ ্ক্র ¿ ্ত্র',
);

/** Vowels at the head of a syllable; `Av` is one letter. */
export const VOWELS: Readonly<Record<string, string>> = pairs('A অ B ই C ঈ D উ E ঊ F ঋ G এ H ঐ I ও J ঔ');

function pairs(list: string): Readonly<Record<string, string>> {
  const parts = list.split(' ');
  const entries = parts.flatMap((sign, at): [string, string][] =>
    at % 2 === 0 ? [[sign, parts[at + 1] ?? '']] : [],
  );
  return Object.fromEntries(entries);
}
