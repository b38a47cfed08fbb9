import type { BitCoder } from './bit-coder';
import { STRETCH, squash } from './logistic';
import { MORE_SEEN, PACE, TRUSTED } from './trust';

/** Slots that `bit` may use. */
export const PLAIN_SLOTS = 16384;
/** Contexts a symbol is guessed from. */
export const CONTEXTS = 6;
/** Slots of one context, as a power of two; sixteen stand together, for half a symbol. */
const CONTEXT_BITS = 17;
/** A slot nobody asked yet: p = 1/2. */
const EVEN = 0x8000 << 8;

/** Numbers noted for half a symbol: slot and state, of each context, for each bit. */
const NOTES_EACH = 2 * 4 * CONTEXTS;

/** Where the sixteen slots of a context begin. */
const baseOf = (context: number, hash: number): number =>
  PLAIN_SLOTS + (context << CONTEXT_BITS) + ((Math.imul(hash, 0x85ebca6b) >>> (36 - CONTEXT_BITS)) << 4);

/**
 * What is known so far about the bits to come. A slot holds how likely a 1 is (in 1/65536, times 256) and how often it was
 * asked, at most 60. Begins knowing nothing; `keep` marks what was learnt as the state every document starts from.
 */
export class Model {
  private readonly slots = new Int32Array(PLAIN_SLOTS + (CONTEXTS << CONTEXT_BITS)).fill(EVEN);
  private notes = new Int32Array(NOTES_EACH);
  private noted = 0;
  private isKept = false;

  /** A bit that only its own slot knows about. */
  bit(coder: BitCoder, slot: number, bit: number): number {
    const state = this.slots[slot] ?? EVEN;
    const coded = coder.code(Math.max(1, state >> 8), bit);
    this.makeRoom();
    this.notes[this.noted] = slot;
    this.notes[this.noted + 1] = state;
    this.noted += 2;
    const aim = coded === 1 ? 0xffff : 0;
    this.slots[slot] =
      state +
      ((Math.imul(aim - (state >> 8), PACE[state & 0xff] ?? 0) >> 15) << 8) +
      (MORE_SEEN[state & 0xff] ?? 0);
    return coded;
  }

  /** Eight bits of a text, the highest first, guessed from all contexts together. `contexts` has one hash for each. */
  symbol(coder: BitCoder, contexts: Int32Array, symbol: number): number {
    const high = this.half(coder, contexts, 1, symbol >> 4);
    return (high << 4) | this.half(coder, contexts, 16 | high, symbol);
  }

  /** What is known now is where every `rewind` goes back to. */
  keep(): void {
    this.notes = new Int32Array(1 << 15);
    this.noted = 0;
    this.isKept = true;
  }

  /** Forgets everything since `keep`. */
  rewind(): void {
    const { notes, slots } = this;
    for (let n = this.noted - 2; n >= 0; n -= 2) slots[notes[n] ?? 0] = notes[n + 1] ?? EVEN;
    this.noted = 0;
  }

  /**
   * Four bits; `node` is a 1 and the bits of the symbol before them. Written out for each context: this is what reading an application
   * mostly consists of, and a loop over small arrays took nearly twice as long.
   */
  private half(coder: BitCoder, contexts: Int32Array, node: number, bits: number): number {
    this.makeRoom();
    const { slots, notes } = this;
    const path = Math.imul(node, 0x9e3779b1);
    const base0 = baseOf(0, (contexts[0] ?? 0) + path);
    const base1 = baseOf(1, (contexts[1] ?? 0) + path);
    const base2 = baseOf(2, (contexts[2] ?? 0) + path);
    const base3 = baseOf(3, (contexts[3] ?? 0) + path);
    const base4 = baseOf(4, (contexts[4] ?? 0) + path);
    const base5 = baseOf(5, (contexts[5] ?? 0) + path);
    let at = this.noted;
    let within = 1;
    for (let place = 3; place >= 0; place--) {
      const state0 = slots[base0 + within] ?? EVEN;
      const state1 = slots[base1 + within] ?? EVEN;
      const state2 = slots[base2 + within] ?? EVEN;
      const state3 = slots[base3 + within] ?? EVEN;
      const state4 = slots[base4 + within] ?? EVEN;
      const state5 = slots[base5 + within] ?? EVEN;
      const sum =
        Math.imul(STRETCH[state0 >> 12] ?? 0, TRUSTED[state0 & 0xff] ?? 0) +
        Math.imul(STRETCH[state1 >> 12] ?? 0, TRUSTED[64 + (state1 & 0xff)] ?? 0) +
        Math.imul(STRETCH[state2 >> 12] ?? 0, TRUSTED[128 + (state2 & 0xff)] ?? 0) +
        Math.imul(STRETCH[state3 >> 12] ?? 0, TRUSTED[192 + (state3 & 0xff)] ?? 0) +
        Math.imul(STRETCH[state4 >> 12] ?? 0, TRUSTED[256 + (state4 & 0xff)] ?? 0) +
        Math.imul(STRETCH[state5 >> 12] ?? 0, TRUSTED[320 + (state5 & 0xff)] ?? 0);
      const bit = coder.code(squash(sum >> 8) << 4, (bits >> place) & 1);
      notes[at] = base0 + within;
      notes[at + 1] = state0;
      notes[at + 2] = base1 + within;
      notes[at + 3] = state1;
      notes[at + 4] = base2 + within;
      notes[at + 5] = state2;
      notes[at + 6] = base3 + within;
      notes[at + 7] = state3;
      notes[at + 8] = base4 + within;
      notes[at + 9] = state4;
      notes[at + 10] = base5 + within;
      notes[at + 11] = state5;
      at += 2 * CONTEXTS;
      const aim = bit === 1 ? 0xffff : 0;
      slots[base0 + within] =
        state0 +
        ((Math.imul(aim - (state0 >> 8), PACE[state0 & 0xff] ?? 0) >> 15) << 8) +
        (MORE_SEEN[state0 & 0xff] ?? 0);
      slots[base1 + within] =
        state1 +
        ((Math.imul(aim - (state1 >> 8), PACE[state1 & 0xff] ?? 0) >> 15) << 8) +
        (MORE_SEEN[state1 & 0xff] ?? 0);
      slots[base2 + within] =
        state2 +
        ((Math.imul(aim - (state2 >> 8), PACE[state2 & 0xff] ?? 0) >> 15) << 8) +
        (MORE_SEEN[state2 & 0xff] ?? 0);
      slots[base3 + within] =
        state3 +
        ((Math.imul(aim - (state3 >> 8), PACE[state3 & 0xff] ?? 0) >> 15) << 8) +
        (MORE_SEEN[state3 & 0xff] ?? 0);
      slots[base4 + within] =
        state4 +
        ((Math.imul(aim - (state4 >> 8), PACE[state4 & 0xff] ?? 0) >> 15) << 8) +
        (MORE_SEEN[state4 & 0xff] ?? 0);
      slots[base5 + within] =
        state5 +
        ((Math.imul(aim - (state5 >> 8), PACE[state5 & 0xff] ?? 0) >> 15) << 8) +
        (MORE_SEEN[state5 & 0xff] ?? 0);
      within = (within << 1) | bit;
    }
    this.noted = at;
    return within & 15;
  }

  /** For the notes of half a symbol at least. What nobody goes back to is not kept. */
  private makeRoom(): void {
    if (this.noted + NOTES_EACH <= this.notes.length) return;
    if (this.isKept) {
      const longer = new Int32Array(2 * this.notes.length);
      longer.set(this.notes);
      this.notes = longer;
    } else this.noted = 0;
  }
}
