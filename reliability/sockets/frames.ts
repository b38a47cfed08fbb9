/** One message of PostgreSQL's protocol 3, with its head. The first message of a client has no type. */
export interface Frame {
  readonly type: string;
  readonly bytes: Buffer;
}

const STARTUP = '';

/** Cuts a stream of PostgreSQL's protocol into its messages; what is not whole yet waits for the rest. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);
  #isFirst: boolean;

  /** `untypedFirst`: a client's stream, which begins with a message that has no type. */
  constructor({ untypedFirst }: { readonly untypedFirst: boolean }) {
    this.#isFirst = untypedFirst;
  }

  read(data: Buffer): readonly Frame[] {
    this.#rest = this.#rest.length === 0 ? data : Buffer.concat([this.#rest, data]);
    const frames: Frame[] = [];
    for (;;) {
      const head = this.#isFirst ? 0 : 1;
      if (this.#rest.length < head + 4) return frames;
      const length = head + this.#rest.readUInt32BE(head);
      if (this.#rest.length < length) return frames;
      const bytes = this.#rest.subarray(0, length);
      frames.push({ type: this.#isFirst ? STARTUP : String.fromCharCode(bytes[0] ?? 0), bytes });
      this.#rest = this.#rest.subarray(length);
      this.#isFirst = false;
    }
  }
}

/** The SQL of a `Query` or `Parse` message; null for any other. */
export function sqlOf({ type, bytes }: Frame): string | null {
  if (type === 'Q') return bytes.toString('utf8', 5, bytes.length - 1);
  if (type !== 'P') return null;
  const nameEnd = bytes.indexOf(0, 5);
  return bytes.toString('utf8', nameEnd + 1, bytes.indexOf(0, nameEnd + 1));
}

/** Whether the server begins to work after this message. */
export const isGo = ({ type }: Frame): boolean => type === 'Q' || type === 'S';

/** The server has finished a statement. */
export const isReady = ({ type }: Frame): boolean => type === 'Z';
