import { type Bytes, joinBytes } from '../crypto/bytes';

const NEWLINE = 0x0a;

/** Bytes that come in pieces, read by lines and lengths. */
export interface ByteSource {
  /** Bytes up to the next newline, without it. `end`: no newline came any more. `too-long`: none within `most`. */
  line(most: number): Promise<Bytes | 'end' | 'too-long'>;
  /** What is there of the next `most` bytes, at least one; null at the end. To be read before more is asked for. */
  some(most: number): Promise<Bytes | null>;
  /** What `line` or `some` left unread, when they said `end` or `too-long`. */
  rest(): Bytes;
}

export function createByteSource(pieces: AsyncIterable<Uint8Array>): ByteSource {
  const iterator = pieces[Symbol.asyncIterator]();
  let held: Bytes = new Uint8Array(0);

  async function more(): Promise<boolean> {
    for (;;) {
      const step = await iterator.next();
      if (step.done) return false;
      if (step.value.length === 0) continue;
      held = held.length === 0 ? new Uint8Array(step.value) : joinBytes(held, step.value);
      return true;
    }
  }

  return {
    async line(most) {
      for (let seen = 0; ; ) {
        const at = held.indexOf(NEWLINE, seen);
        if (at >= 0 && at <= most) {
          const line = held.slice(0, at);
          held = held.subarray(at + 1);
          return line;
        }
        if (at > most || held.length > most) return 'too-long';
        seen = held.length;
        if (!(await more())) return 'end';
      }
    },
    async some(most) {
      if (held.length === 0 && !(await more())) return null;
      const some = held.subarray(0, most);
      held = held.subarray(most);
      return some;
    },
    rest: () => held,
  };
}
