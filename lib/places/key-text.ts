/**
 * Many short keys in one long text, so that looking for one is a single pass of `indexOf` and not thousands of calls: a
 * phone four times slower than this machine has to answer within a key press.
 */
export interface KeyText {
  /** Numbers of the owners with a key that holds `part`, ascending, each once. Put START before it to find beginnings only. */
  ownersWith(part: string): readonly number[];
}

/** Stands before every key. */
export const START = '\n';

/** @param keysByOwner keys of owner 0, 1, 2 … without START inside */
export function createKeyText(keysByOwner: readonly (readonly string[])[]): KeyText {
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const keys of keysByOwner) {
    starts.push(length);
    const piece = keys.length === 0 ? '' : START + keys.join(START);
    pieces.push(piece);
    length += piece.length;
  }
  const text = pieces.join('');
  return {
    ownersWith: (part) => {
      if (part === '') return [];
      const owners: number[] = [];
      for (let at = text.indexOf(part); at >= 0; ) {
        const owner = ownerAt(starts, at);
        owners.push(owner);
        const next = starts[owner + 1];
        if (next === undefined) break;
        at = text.indexOf(part, next);
      }
      return owners;
    },
  };
}

/** The last owner that starts at or before `position`; owners without keys share a start, and the last of them has the text. */
function ownerAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
