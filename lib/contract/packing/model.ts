import type { BitCoder } from './bit-coder';
import { STRETCH, squash } from './logistic';

/** Slots that `bit` may use. */
export const PLAIN_SLOTS = 16384;
/** Contexts a symbol is guessed from. */
export const CONTEXTS = 6;
/** Slots of one context, as a power of two; sixteen stand together, for half a symbol. */
const CONTEXT_BITS = 17;
/** A slot nobody asked yet: p = 1/2. */
const EVEN = 0x8000 << 8;
const MOST_SEEN = 60;

/** How far a slot moves towards the bit just seen, in 1/32768, by how often it was asked before. */
const PACE = Int32Array.from({ length: MOST_SEEN + 1 }, (_, seen) => Math.floor(131072 / (4 * seen + 5)));

/**
 * Weight of what each context says, in 1/256, by how often the slot was asked: never, once, twice, up to 4, 8, 16, 32, more.
 * Fitted on names that were not shown before, then fixed.
 */
const WEIGHTS = [
  [77, 167, 38, 128, 133, 192, 156, 84],
  [78, 78, 104, 127, 113, 103, 112, 64],
  [76, 103, 78, 77, 62, 58, 55, -7],
  [83, 127, 90, 84, 94, 58, 62, 15],
  [82, 113, 107, 107, 125, 71, 57, 48],
  [88, 55, 50, 10, -42, 31, 39, 98],
];

/** The weights spread out: 64 a context, one for each number of times. */
const TRUSTED = Int32Array.from(
  WEIGHTS.flatMap((weights) =>
    Array.from(
      { length: 64 },
      (_, seen) => weights[seen < 3 ? seen : Math.min(7, 33 - Math.clz32(seen - 1))] ?? 0,
    ),
  ),
);

/**
 * What is known so far about the bits to come. A slot holds how likely a 1 is (in 1/65536, times 256) and how often it was
 * asked, at most 60. Begins knowing nothing; `keep` marks what was learnt as the state every document starts from.
 */
export class Model {
  private readonly slots = new Int32Array(PLAIN_SLOTS + (CONTEXTS << CONTEXT_BITS)).fill(EVEN);
  private readonly at = new Int32Array(CONTEXTS);
  private readonly states = new Int32Array(CONTEXTS);
  private readonly bases = new Int32Array(CONTEXTS);
  private notes = new Int32Array(0);
  private noted = 0;

  /** A bit that only its own slot knows about. */
  bit(coder: BitCoder, slot: number, bit: number): number {
    const state = this.slots[slot] ?? EVEN;
    const coded = coder.code(Math.max(1, state >> 8), bit);
    this.learn(slot, state, coded);
    return coded;
  }

  /** Eight bits of a text, the highest first, guessed from all contexts together. `contexts` has one hash for each. */
  symbol(coder: BitCoder, contexts: Int32Array, symbol: number): number {
    const { at, states, bases, slots } = this;
    let node = 1;
    let within = 1;
    for (let place = 7; place >= 0; place--) {
      if (place === 7 || place === 3) {
        within = 1;
        for (let n = 0; n < CONTEXTS; n++) {
          const hash = Math.imul((contexts[n] ?? 0) + Math.imul(node, 0x9e3779b1), 0x85ebca6b);
          bases[n] = PLAIN_SLOTS + (n << CONTEXT_BITS) + ((hash >>> (36 - CONTEXT_BITS)) << 4);
        }
      }
      let sum = 0;
      for (let n = 0; n < CONTEXTS; n++) {
        const slot = (bases[n] ?? 0) + within;
        const state = slots[slot] ?? EVEN;
        at[n] = slot;
        states[n] = state;
        sum += Math.imul(STRETCH[state >> 12] ?? 0, TRUSTED[(n << 6) + (state & 0xff)] ?? 0);
      }
      const coded = coder.code(squash(sum >> 8) << 4, (symbol >> place) & 1);
      for (let n = 0; n < CONTEXTS; n++) this.learn(at[n] ?? 0, states[n] ?? EVEN, coded);
      node = (node << 1) | coded;
      within = (within << 1) | coded;
    }
    return node & 0xff;
  }

  /** What is known now is where every `rewind` goes back to. */
  keep(): void {
    this.notes = new Int32Array(1 << 15);
    this.noted = 0;
  }

  /** Forgets everything since `keep`. */
  rewind(): void {
    const { notes, slots } = this;
    for (let n = this.noted - 2; n >= 0; n -= 2) slots[notes[n] ?? 0] = notes[n + 1] ?? EVEN;
    this.noted = 0;
  }

  private learn(slot: number, state: number, bit: number): void {
    if (this.noted < this.notes.length) {
      this.notes[this.noted] = slot;
      this.notes[this.noted + 1] = state;
      this.noted += 2;
    } else if (this.noted > 0) this.noteOnMore(slot, state);
    const p = state >> 8;
    const seen = state & 0xff;
    const moved = p + (Math.imul((bit << 16) - bit - p, PACE[seen] ?? 0) >> 15);
    this.slots[slot] = (moved << 8) | (seen < MOST_SEEN ? seen + 1 : seen);
  }

  private noteOnMore(slot: number, state: number): void {
    const longer = new Int32Array(2 * this.noted);
    longer.set(this.notes);
    this.notes = longer;
    this.notes[this.noted] = slot;
    this.notes[this.noted + 1] = state;
    this.noted += 2;
  }
}
