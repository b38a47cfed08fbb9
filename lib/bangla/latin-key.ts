/** Spellings in Latin letters that stand for one sound of Bangla, longest first: the order matters. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/chh|ch/g, 'ç'],
  [/ph/g, 'f'],
  [/([bdgjkst])h/g, '$1'],
  [/c(?=[aoulrk])/g, 'k'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/[vw]/g, 'b'],
  [/z/g, 'j'],
  [/ng/g, 'n'],
  [/ee|ie|ey/g, 'i'],
  [/oo/g, 'u'],
  [/([bdfgjklmnprst])y(?=[aeiou])/g, '$1'],
  [/y/g, 'i'],
  [/o/g, 'a'],
  [/ç/g, 'c'],
  [/(.)\1+/g, '$1'],
];
const MARKS = /\p{M}/gu;
const OTHER = /[^a-z0-9]/g;

/**
 * Key under which spellings of one Bangla word in Latin letters meet: bhata = vata, Bogra ≈ Bogura, jonmo = janma,
 * Comilla = Kumilla, Jhalokati = Jhalakathi. Everything but letters and digits is dropped. For search only; Bangla
 * letters give an empty key.
 */
export function latinKey(text: string): string {
  const plain = text.normalize('NFD').replace(MARKS, '').toLowerCase().replace(OTHER, '');
  return SAME_SOUND.reduce((key, [spelling, sound]) => key.replace(spelling, sound), plain);
}
