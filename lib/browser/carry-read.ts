import * as z from 'zod/mini';
import { parseContract } from '../contract/parse-contract';
import { ticketSchema } from '../contract/relay-schema';
import { instant, sha256, uuid } from '../contract/schema-parts';
import { wireSubmissionSchema } from '../contract/submission-schema';
import type { WireSubmission } from '../contract/wire';
import { type Bytes, utf8, utf8Text } from '../crypto/bytes';
import { err, ok, type Result } from '../shared/result';
import { createBlockHash } from './carry-block-hash';
import { type ByteSource, createByteSource } from './carry-bytes';
import {
  type PackageHead,
  type PackageProblem,
  type PackageVisitor,
  type PackedFile,
  type PackedItem,
  UNSENT_BEGINS,
  UNSENT_FORMAT,
  UNSENT_VERSION,
} from './carry-format';
import { readVersionOne } from './carry-read-v1';

const HEAD_BYTES = 16 * 1024;
/** Ciphertext of 256 KiB in base64url and a hundred files in its header. */
const LINE_BYTES = 1024 * 1024;
const PIECE_BYTES = 64 * 1024;

const count = z.int().check(z.minimum(0));
const headSchema = z.object({
  format: z.literal(UNSENT_FORMAT),
  v: z.literal(UNSENT_VERSION),
  exportedAt: instant,
  deviceCode: z.nullable(z.string().check(z.maxLength(6))),
  ticket: z.nullable(ticketSchema),
  items: count,
  files: count,
});
const itemSchema = z.object({
  part: z.literal('item'),
  submission: wireSubmissionSchema,
  queuedAt: z.number(),
});
const fileSchema = z.object({ part: z.literal('file'), submissionId: uuid, id: uuid, bytes: count });
const endSchema = z.object({ part: z.literal('end'), sha256 });

/**
 * Reads a file of unsent work as it comes, a few hundred kilobytes at a time. Resolves with its hash, which names it:
 * the same file chosen twice has the same. What the visitor was told counts only when this resolves well.
 */
export async function readPackage(
  pieces: AsyncIterable<Uint8Array>,
  visitor: PackageVisitor,
): Promise<Result<{ readonly id: string }, PackageProblem>> {
  const source = createByteSource(pieces);
  const first = await source.line(HEAD_BYTES);
  if (typeof first === 'string') return withoutHeadLine(source, visitor);
  const head = readHead(first);
  if (!head.ok) return head;
  const hash = createBlockHash();
  const hashLine = (line: Bytes) => hash.update(line).then(() => hash.update(utf8('\n')));
  await hashLine(first);
  await visitor.head(head.value);
  let [items, files] = [0, 0];
  // Files stand behind their own application.
  let last: WireSubmission | null = null;
  for (;;) {
    const line = await source.line(LINE_BYTES);
    if (line === 'end') return err({ type: 'not-whole' });
    const value = line === 'too-long' ? null : jsonOf(line);
    const part = (value as { readonly part?: unknown } | null)?.part;
    if (line === 'too-long') return err({ type: 'damaged' });
    if (part === 'end') {
      const end = parseContract(endSchema, value);
      const good = end.ok && end.value.sha256 === (await hash.digest());
      const full = items === head.value.items && files === head.value.files;
      const over = (await source.some(1)) === null;
      return good && full && over ? ok({ id: end.value.sha256 }) : err({ type: 'damaged' });
    }
    await hashLine(line);
    if (part === 'item' || part === 'damaged') {
      items += 1;
      const item = parseContract(itemSchema, value);
      last = item.ok ? (item.value.submission as WireSubmission) : null;
      if (item.ok) await visitor.item(item.value as PackedItem);
      else await visitor.unreadable();
    } else if (part === 'file') {
      files += 1;
      const file = parseContract(fileSchema, value);
      // Files of an application that this build cannot read are passed over with it.
      const isKnown = last !== null;
      if (!file.ok || (isKnown && !isAnnounced(last, file.value))) return err({ type: 'damaged' });
      if (isKnown) await visitor.file(file.value);
      const read = await readBytes(source, file.value.bytes, async (data) => {
        await hash.update(data);
        if (isKnown) await visitor.bytes(data);
      });
      if (!read.ok) return read;
      await hash.update(utf8('\n'));
    } else return err({ type: 'damaged' });
  }
}

function isAnnounced(submission: WireSubmission | null, file: PackedFile): boolean {
  const header = submission?.attachments.find(({ id }) => id === file.id);
  return submission?.id === file.submissionId && header?.bytes === file.bytes;
}

async function readBytes(
  source: ByteSource,
  bytes: number,
  take: (data: Bytes) => Promise<void>,
): Promise<Result<void, PackageProblem>> {
  for (let left = bytes; left > 0; ) {
    const data = await source.some(Math.min(left, PIECE_BYTES));
    if (data === null) return err({ type: 'not-whole' });
    left -= data.length;
    await take(data);
  }
  const newline = await source.line(0);
  if (newline === 'end') return err({ type: source.rest().length === 0 ? 'not-whole' : 'damaged' });
  return newline === 'too-long' ? err({ type: 'damaged' }) : ok(undefined);
}

function readHead(line: Bytes): Result<PackageHead, PackageProblem> {
  const value = jsonOf(line) as { readonly format?: unknown; readonly v?: unknown } | null;
  if (value?.format !== UNSENT_FORMAT) return err({ type: beginsAsOurs(line) ? 'damaged' : 'foreign' });
  if (typeof value.v === 'number' && value.v > UNSENT_VERSION) return err({ type: 'newer' });
  const head = parseContract(headSchema, value);
  return head.ok ? ok(head.value) : err({ type: 'damaged' });
}

/** No newline where the head should end: version 1, or a file that was cut off, or none of ours. */
async function withoutHeadLine(
  source: ByteSource,
  visitor: PackageVisitor,
): Promise<Result<{ readonly id: string }, PackageProblem>> {
  const begin = source.rest();
  if (startsWith(begin, `${UNSENT_BEGINS}1,`)) return readVersionOne(source, visitor);
  return err({ type: beginsAsOurs(begin) ? 'not-whole' : 'foreign' });
}

/** Whether these bytes are how one of our files begins, or the beginning of that. */
function beginsAsOurs(bytes: Bytes): boolean {
  const text = new TextDecoder().decode(bytes.slice(0, UNSENT_BEGINS.length));
  return UNSENT_BEGINS.startsWith(text) || text.startsWith(UNSENT_BEGINS);
}

const startsWith = (bytes: Bytes, text: string): boolean =>
  new TextDecoder().decode(bytes.slice(0, text.length)) === text;

function jsonOf(bytes: Bytes): unknown {
  try {
    return JSON.parse(utf8Text(bytes));
  } catch {
    return null;
  }
}
