/** Bytes a reader holds at a time, and so runs past the end at most. */
const WINDOW_BYTES = 4;

/**
 * Binary arithmetic coder over 32 bits. `code` does the same in all three modes: the writer codes the bit it is given, the
 * reader ignores it and gives the one it finds, the learner only hands it back. So every format is described once.
 */
export class BitCoder {
  readonly mode: 'write' | 'read' | 'learn';
  /** The reader met what no writer makes, or the steps were used up; from then on only zeros come. */
  failed = false;
  private readonly input: Uint8Array;
  private readonly output: number[] = [];
  private at = 0;
  // Kept as signed numbers: JavaScript stores those without a box.
  private low = 0;
  private high = -1;
  private window = 0;
  private steps: number;

  /** @param steps bits that may be coded at most, so that no input keeps a reader for long */
  constructor(mode: BitCoder['mode'], steps: number, input: Uint8Array = new Uint8Array()) {
    this.mode = mode;
    this.steps = steps;
    this.input = input;
    if (mode === 'read') for (let n = 0; n < WINDOW_BYTES; n++) this.window = this.next();
  }

  /** @param p how likely a 1 is, in 1/65536, from 1 to 65535 */
  code(p: number, bit: number): number {
    if (this.mode === 'learn') return bit;
    this.steps -= 1;
    if (this.steps < 0) this.failed = true;
    if (this.failed) return 0;
    const range = (this.high - this.low) >>> 0;
    const middle = (this.low + Math.imul(range >>> 16, p) + (Math.imul(range & 0xffff, p) >>> 16)) | 0;
    const coded = this.mode === 'read' ? (this.window >>> 0 <= middle >>> 0 ? 1 : 0) : bit;
    if (coded === 1) this.high = middle;
    else this.low = (middle + 1) | 0;
    while (((this.low ^ this.high) & 0xff000000) === 0) {
      if (this.mode === 'write') this.output.push(this.high >>> 24);
      else this.window = this.next();
      this.low <<= 8;
      this.high = (this.high << 8) | 0xff;
    }
    return coded;
  }

  /** The bytes written, as few as say it: a reader finds zeros behind them. */
  finish(): Uint8Array<ArrayBuffer> {
    for (let bits = 32; bits >= 0; bits -= 8) {
      const step = 2 ** bits;
      const value = Math.ceil((this.low >>> 0) / step) * step;
      if (value > this.high >>> 0) continue;
      for (let shift = 24; shift >= bits; shift -= 8) this.output.push((value >>> shift) & 0xff);
      break;
    }
    return Uint8Array.from(this.output);
  }

  /** Whether the reader has found all that a writer left, and nothing behind it. */
  isAtEnd(): boolean {
    return !this.failed && this.at >= this.input.length;
  }

  private next(): number {
    const byte = this.input[this.at] ?? 0;
    this.at += 1;
    if (this.at > this.input.length + WINDOW_BYTES) this.failed = true;
    return (this.window << 8) | byte;
  }
}
