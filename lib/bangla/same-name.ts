import { nameSound } from './name-sound';
import { type NameWord, nameWords } from './name-words';

/** Words are taken for the same up to this share of their sounds. Four sounds with one quite another is too far; five is not. */
const MOST_APART = 0.24;
/** A name longer than this is not looked at: nobody waits for a comparison of sermons. */
const MOST_WORDS = 12;

/** How the names of Latin letters are written in Bangla: এ.বি.এম is A.B.M. */
const LETTER_NAMES: ReadonlyMap<string, string> = new Map(
  (
    'এ a বি b সি c ডি d ই e এফ f জি g এইচ h আই i জে j কে k এল l এম m এন n ও o পি p কিউ q আর r এস s টি t ' +
    'ইউ u ভি v ডব্লিউ w এক্স x ওয়াই y জেড z'
  )
    .normalize('NFC')
    .split(' ')
    .reduce<[string, string][]>((all, part, at, parts) => {
      if (at % 2 === 0) all.push([part, parts[at + 1] ?? '']);
      return all;
    }, []),
);

/**
 * Whether a Bangla and an English spelling are clearly not one person's name: each has a word that the other has not, and
 * that sounds like none of the other's. False in every doubt: titles, missing words, joined words, initials and any order are fine.
 */
export function namesDiffer(bangla: string, english: string): boolean {
  const ours = nameWords(bangla);
  const theirs = nameWords(english);
  if (ours.length === 0 || theirs.length === 0) return false;
  if (ours.length > MOST_WORDS || theirs.length > MOST_WORDS) return false;
  if (!ours.every(isBangla) || !theirs.every(isLatin)) return false;
  const left = leftOver(ours, theirs);
  return left.ours > 0 && left.theirs > 0;
}

const isBangla = ({ text }: NameWord): boolean => /^[\u0980-\u09FF\u200C\u200D]+$/.test(text);
const isLatin = ({ text }: NameWord): boolean => /^[a-z]+$/.test(text);

/** Takes away what belongs together, one word for one, then one for two or three (Nurjahan, নূর জাহান); counts the rest. */
function leftOver(
  ours: readonly NameWord[],
  theirs: readonly NameWord[],
): { readonly ours: number; readonly theirs: number } {
  const restOfOurs = [...ours];
  const restOfTheirs = [...theirs];
  for (const [many, others] of [
    [1, 1],
    [2, 1],
    [1, 2],
    [3, 1],
    [1, 3],
  ] as const) {
    while (takePair(restOfOurs, restOfTheirs, many, others)) {
      // until no more of this shape is found
    }
  }
  return { ours: restOfOurs.length, theirs: restOfTheirs.length };
}

function takePair(ours: NameWord[], theirs: NameWord[], many: number, others: number): boolean {
  for (let at = 0; at + many <= ours.length; at += 1) {
    const one = joined(ours.slice(at, at + many));
    for (let there = 0; there + others <= theirs.length; there += 1) {
      if (!isSame(one, joined(theirs.slice(there, there + others)))) continue;
      ours.splice(at, many);
      theirs.splice(there, others);
      return true;
    }
  }
  return false;
}

interface Joined {
  readonly sound: string;
  readonly letters: string | null;
  readonly isShort: boolean;
}

function joined(words: readonly NameWord[]): Joined {
  const text = words.map((word) => word.text).join('');
  const letters = words.map((word) => (isLatin(word) ? word.text : (LETTER_NAMES.get(word.text) ?? null)));
  return {
    sound: nameSound(text),
    letters: letters.includes(null) ? null : letters.join(''),
    isShort: words.length === 1 && words[0]?.isShort === true,
  };
}

function isSame(one: Joined, other: Joined): boolean {
  if (one.letters !== null && one.letters === other.letters) return true;
  if (one.sound === '' || other.sound === '') return one.sound === other.sound;
  if (one.isShort || other.isShort) return one.sound.charAt(0) === other.sound.charAt(0);
  return distance(one.sound, other.sound) <= MOST_APART * Math.max(one.sound.length, other.sound.length);
}

/** Sounds that are written for one another, and how far apart they are. */
const NEAR: Readonly<Record<string, number>> = {
  nN: 0,
  cs: 0.25,
  js: 0.3,
  gj: 0.3,
  ck: 0.5,
  lr: 0.5,
  fp: 0.3,
  mn: 0.5,
  cj: 0.5,
};
const WEAK: Readonly<Record<string, number>> = { h: 0.3, a: 0.4, N: 0.2 };

/** Edit distance over sounds; weak ones come and go for little. */
function distance(one: string, other: string): number {
  let above = [0];
  for (const sound of other) above.push((above.at(-1) ?? 0) + weightOf(sound));
  for (const mine of one) {
    const row = [(above[0] ?? 0) + weightOf(mine)];
    [...other].forEach((theirs, at) => {
      const swap = (above[at] ?? 0) + apart(mine, theirs);
      const drop = (above[at + 1] ?? 0) + weightOf(mine);
      const add = (row[at] ?? 0) + weightOf(theirs);
      row.push(Math.min(swap, drop, add));
    });
    above = row;
  }
  return above.at(-1) ?? 0;
}

const weightOf = (sound: string): number => WEAK[sound] ?? 1;

function apart(one: string, other: string): number {
  if (one === other) return 0;
  return NEAR[one + other] ?? NEAR[other + one] ?? 1;
}
