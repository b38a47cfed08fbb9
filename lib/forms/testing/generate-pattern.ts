import type { Chance } from '../../shared/clock';
import { oneOf, wholeBetween } from './chance';

const ATOM = /\(([^()]*)\)|\[([^\]]+)\]|\\d|\\?([^\\[\](){}?+*])/y;
const TIMES = /\{(\d+)(?:,(\d+))?\}|[?+*]/y;

/** Text for the simple patterns definitions use: letters, classes, one level of groups, `?` `+` `*` `{n}` `{n,m}`. */
export function generateForPattern(pattern: string, chance: Chance): string {
  const source = pattern.replace(/^\^/, '').replace(/\$$/, '');
  let text = '';
  let at = 0;
  while (at < source.length) {
    ATOM.lastIndex = at;
    const atom = ATOM.exec(source);
    if (!atom) throw new RangeError(`pattern too hard to generate for: ${pattern}`);
    TIMES.lastIndex = ATOM.lastIndex;
    const times = TIMES.exec(source);
    at = times ? TIMES.lastIndex : ATOM.lastIndex;
    const [least, most] = bounds(times);
    const [whole, group, set, letter] = atom;
    for (let left = wholeBetween(chance, least, most); left > 0; left -= 1) {
      if (group !== undefined) text += generateForPattern(group.replace(/^\?:/, ''), chance);
      else if (set !== undefined) text += oneOf(chance, lettersOf(set));
      else text += whole === '\\d' ? String(wholeBetween(chance, 0, 9)) : (letter ?? '');
    }
  }
  return text;
}

function bounds(times: RegExpExecArray | null): readonly [number, number] {
  if (!times) return [1, 1];
  if (times[1] !== undefined) return [Number(times[1]), Number(times[2] ?? times[1])];
  return times[0] === '?' ? [0, 1] : [times[0] === '+' ? 1 : 0, 3];
}

function lettersOf(set: string): readonly string[] {
  const ranged = set.replace(/(.)-(.)/g, (_match, from: string, to: string) =>
    String.fromCodePoint(
      ...Array.from(
        { length: to.charCodeAt(0) - from.charCodeAt(0) + 1 },
        (_, step) => from.charCodeAt(0) + step,
      ),
    ),
  );
  return [...ranged];
}
