import type { BitCoder } from './bit-coder';
import type { Model } from './model';
import { codeSymbols, type TextKind } from './text-coding';
import { symbolsOf, textOf } from './text-symbols';

/** Slots a `tree` or a `number` takes at most. */
export const SLOTS_EACH = 64;
const BIGGEST = 2 ** 53;

/**
 * How the letters of a text are written, so that one list of words serves all: as they are, all capitals, the first of each
 * word; in JSON when half a surrogate pair is in it.
 */
const AS_IS = 0;
const CAPITALS = 1;
const TITLE = 2;
const IN_JSON = 3;

/**
 * Codes whole values. As with `BitCoder` each method gives back the value: the one it was given when writing, the one it
 * found when reading. `slot` is the first of SLOTS_EACH that belong to one meaning.
 */
export class ValueCoder {
  readonly coder: BitCoder;
  readonly model: Model;

  constructor(coder: BitCoder, model: Model) {
    this.coder = coder;
    this.model = model;
  }

  /** A number of `bits` bits, the highest first, each guessed from those before it. */
  tree(slot: number, bits: number, value: number): number {
    let node = 1;
    for (let place = bits - 1; place >= 0; place--)
      node = (node << 1) | this.model.bit(this.coder, slot + node, (value >> place) & 1);
    return node - (1 << bits);
  }

  flag(slot: number, value: boolean): boolean {
    return this.tree(slot, 1, value ? 1 : 0) === 1;
  }

  /** One of `size` equally likely numbers from 0, by halving. */
  uniform(size: number, value: number): number {
    let from = 0;
    let to = size;
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      const p = Math.floor(((to - middle) * 65536) / (to - from));
      if (this.coder.code(p, value >= middle ? 1 : 0) === 1) from = middle;
      else to = middle;
    }
    return from;
  }

  /** A whole number from 0 to 2^53−1: how many bits it has, then those below the highest. */
  number(slot: number, value: number): number {
    const bits = this.tree(slot, 6, value === 0 ? 0 : bitsOf(value));
    if (bits < 2) return bits;
    let found = 1;
    for (let place = bits - 2; place >= 0; place--)
      found = found * 2 + this.coder.code(32768, Math.floor(value / 2 ** place) % 2);
    if (found < BIGGEST) return found;
    this.coder.failed = true;
    return 0;
  }

  /** Like `number`, for numbers below 0 too. */
  signed(slot: number, value: number): number {
    const zigzag = this.number(slot, value < 0 ? -2 * value - 1 : 2 * value);
    return zigzag % 2 === 1 ? -(zigzag + 1) / 2 : zigzag / 2;
  }

  /** Any text. */
  text(slot: number, kind: TextKind, value = ''): string {
    const spelling = this.tree(slot, 2, spellingOf(value));
    const plain =
      spelling === IN_JSON ? JSON.stringify(value) : spelling === AS_IS ? value : value.toLowerCase();
    const symbols = codeSymbols(this, kind, (this.coder.mode !== 'read' && symbolsOf(plain)) || []);
    const found = textOf(symbols);
    if (found === undefined) this.coder.failed = true;
    if (this.coder.failed || found === undefined) return '';
    if (spelling === CAPITALS) return found.toUpperCase();
    if (spelling === TITLE) return titled(found);
    if (spelling === AS_IS) return found;
    const parsed = this.parsed(found);
    return typeof parsed === 'string' ? parsed : '';
  }

  /** Any value that JSON can hold. */
  json(slot: number, kind: TextKind, value: unknown): unknown {
    const text = this.text(slot, kind, this.coder.mode === 'read' ? '' : JSON.stringify(value));
    return this.parsed(text);
  }

  private parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      this.coder.failed = true;
      return undefined;
    }
  }
}

function bitsOf(value: number): number {
  let bits = 0;
  for (let rest = value; rest >= 1; rest = Math.floor(rest / 2)) bits += 1;
  return bits;
}

function spellingOf(value: string): number {
  if (symbolsOf(value) === undefined) return IN_JSON;
  if (!/[A-Z]/.test(value)) return AS_IS;
  // Only ASCII letters: what other alphabets do with capitals differs with the Unicode version.
  if (/[^\p{ASCII}]/u.test(value)) return AS_IS;
  if (!/[a-z]/.test(value)) return CAPITALS;
  return titled(value.toLowerCase()) === value ? TITLE : AS_IS;
}

function titled(text: string): string {
  return text.replace(/(^|[^a-z])[a-z]/g, (start) => start.toUpperCase());
}
