import * as z from 'zod/mini';
import { parseContract } from '../contract/parse-contract';
import { ticketSchema } from '../contract/relay-schema';
import { instant } from '../contract/schema-parts';
import { wireSubmissionSchema } from '../contract/submission-schema';
import type { WireSubmission } from '../contract/wire';
import { fromBase64url, toBase64url } from '../crypto/base64url';
import { type Bytes, joinBytes, utf8, utf8Text } from '../crypto/bytes';
import { deflate, inflate } from '../crypto/compress';
import { sha256Hex } from '../crypto/hex';
import { err, ok, type Result } from '../shared/result';
import { fromBase45, toBase45 } from './carry-base45';
import { writePackage } from './carry-write';

/** One application for a code: its text, without files, and the ticket of the device it comes from. */
export interface CodedItem {
  readonly deviceCode: string | null;
  readonly exportedAt: string;
  readonly ticket: string | null;
  readonly submission: WireSubmission;
  readonly queuedAt: number;
}

/** Characters of one code: with the words before them they fit into version 12 with low correction, whose 65 modules fit on a phone. */
const FRAME_CHARS = 512;
/** More codes than this take a hand with a phone too long. */
const MOST_FRAMES = 12;
const MOST_BYTES = 64 * 1024;
const FRAME = /^SETU1\/([0-9A-F]{8})\/(\d{1,2})\/(\d{1,2})\/(.*)$/s;
/** Stands before the text in a link or a message. */
const FRAGMENT = 'w=';

const schema = z.object({
  v: z.literal(1),
  deviceCode: z.nullable(z.string().check(z.maxLength(6))),
  exportedAt: instant,
  ticket: z.nullable(ticketSchema),
  submission: wireSubmissionSchema,
  queuedAt: z.number(),
});

function packItem({ deviceCode, exportedAt, ticket, submission, queuedAt }: CodedItem): Bytes {
  return deflate(utf8(JSON.stringify({ v: 1, deviceCode, exportedAt, ticket, submission, queuedAt })));
}

/** The texts of the codes that carry an application, in order; null when it does not fit into so many. */
export async function codeFrames(item: CodedItem): Promise<readonly string[] | null> {
  const packed = packItem(item);
  const name = (await sha256Hex(packed)).slice(0, 8).toUpperCase();
  const text = toBase45(packed);
  const of = Math.ceil(text.length / FRAME_CHARS);
  if (of > MOST_FRAMES) return null;
  // All of one size: the last code is not another picture than the rest.
  const size = Math.ceil(text.length / of);
  return Array.from(
    { length: of },
    (_, n) => `SETU1/${name}/${n + 1}/${of}/${text.slice(n * size, (n + 1) * size)}`,
  );
}

/** The same as text behind the `#` of an address: it never reaches a server by itself. */
export const codeText = (item: CodedItem): string => FRAGMENT + toBase64url(packItem(item));

/** `foreign`: none of our codes. `damaged`: ours, and not what was shown. */
export type CodeProblem = { readonly type: 'foreign' | 'damaged' };

/** Finds the text in what a person pasted: an address, the text alone, or a message around it. */
export async function readCodeText(pasted: string): Promise<Result<CodedItem, CodeProblem>> {
  const match = /(?:^|[#?&\s])w=([\w-]+)/.exec(pasted.trim());
  if (!match?.[1]) return err({ type: 'foreign' });
  const packed = fromBase64url(match[1]);
  return packed.ok ? unpack(packed.value) : err({ type: 'damaged' });
}

function unpack(packed: Bytes): Result<CodedItem, CodeProblem> {
  const plain = inflate(packed, MOST_BYTES);
  if (!plain.ok) return err({ type: 'damaged' });
  try {
    const item = parseContract(schema, JSON.parse(utf8Text(plain.value)));
    if (!item.ok) return err({ type: 'damaged' });
    const { v: _, ...coded } = item.value;
    return ok(coded as CodedItem);
  } catch {
    return err({ type: 'damaged' });
  }
}

/** How far a reader of codes has come. */
export type CodesSeen =
  | { readonly type: 'some'; readonly have: readonly number[]; readonly of: number }
  | { readonly type: 'all'; readonly item: CodedItem };

export interface CodeCollector {
  /** Takes the text of one code that a camera saw; in any order, and as often as it likes. */
  take(text: string): Promise<Result<CodesSeen, CodeProblem>>;
}

/** Puts the codes of one application together again. A code of another application begins anew. */
export function createCodeCollector(): CodeCollector {
  let name = '';
  let of = 0;
  const parts = new Map<number, string>();
  return {
    async take(text) {
      const match = FRAME.exec(text);
      if (!match) return err({ type: 'foreign' });
      const [, itsName = '', nth = '', count = '', data = ''] = match;
      const [index, total] = [Number(nth), Number(count)];
      if (index < 1 || index > total || total > MOST_FRAMES) return err({ type: 'damaged' });
      if (itsName !== name || total !== of) {
        name = itsName;
        of = total;
        parts.clear();
      }
      parts.set(index, data);
      if (parts.size < of) return ok({ type: 'some', have: [...parts.keys()].sort((a, b) => a - b), of });
      const packed = fromBase45(Array.from({ length: of }, (_, n) => parts.get(n + 1) ?? '').join(''));
      const isRight = packed.ok && (await sha256Hex(packed.value)).slice(0, 8).toUpperCase() === name;
      parts.clear();
      name = '';
      if (!packed.ok || !isRight) return err({ type: 'damaged' });
      const item = unpack(packed.value);
      return item.ok ? ok({ type: 'all', item: item.value }) : item;
    },
  };
}

/** A coded application as the file it would be: what takes files takes it, and the same code is the same package. */
export async function fileOfCode({ submission, queuedAt, ...head }: CodedItem): Promise<Bytes> {
  async function* parts() {
    yield { type: 'item' as const, submission, queuedAt };
  }
  const pieces: Bytes[] = [];
  for await (const piece of writePackage({ ...head, items: 1, files: 0 }, parts())) pieces.push(piece);
  return joinBytes(...pieces);
}
