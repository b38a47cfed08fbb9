import * as z from 'zod/mini';
import { parseContract } from '../contract/parse-contract';
import { instant } from '../contract/schema-parts';
import { wireSubmissionSchema } from '../contract/submission-schema';
import { type Bytes, joinBytes, utf8Text } from '../crypto/bytes';
import { err, ok, type Result } from '../shared/result';
import { createBlockHash } from './carry-block-hash';
import type { ByteSource } from './carry-bytes';
import { type PackageProblem, type PackageVisitor, type PackedItem, UNSENT_FORMAT } from './carry-format';

const fileSchema = z.object({ id: z.string(), data: z.nullable(z.string()) });
const headSchema = z.object({
  format: z.literal(UNSENT_FORMAT),
  v: z.literal(1),
  exportedAt: instant,
  deviceCode: z.nullable(z.string()),
  items: z.array(z.object({ queuedAt: z.number(), files: z.array(fileSchema) })),
});
const itemSchema = z.object({ submission: wireSubmissionSchema });

const PIECE_BYTES = 256 * 1024;

/**
 * A file of version 1: one JSON text, read as a whole because it cannot be read otherwise. It has no hash inside; cut
 * off, it is no JSON any more, and that is how it is told.
 */
export async function readVersionOne(
  source: ByteSource,
  visitor: PackageVisitor,
): Promise<Result<{ readonly id: string }, PackageProblem>> {
  const pieces: Bytes[] = [];
  const hash = createBlockHash();
  for (let piece = await source.some(PIECE_BYTES); piece !== null; piece = await source.some(PIECE_BYTES)) {
    await hash.update(piece);
    pieces.push(piece);
  }
  const value = jsonOf(joinBytes(...pieces));
  if (value === undefined) return err({ type: 'not-whole' });
  const read = parseContract(headSchema, value);
  if (!read.ok) return err({ type: 'damaged' });
  const { exportedAt, deviceCode, items } = read.value;
  const raw = (value as { readonly items: readonly unknown[] }).items;
  const files = items.reduce((sum, item) => sum + item.files.filter(({ data }) => data !== null).length, 0);
  await visitor.head({ v: 1, exportedAt, deviceCode, ticket: null, items: items.length, files });
  for (const [index, item] of items.entries()) {
    const parsed = parseContract(itemSchema, raw[index]);
    if (!parsed.ok) {
      await visitor.unreadable();
      continue;
    }
    const submission = parsed.value.submission as PackedItem['submission'];
    await visitor.item({ submission, queuedAt: item.queuedAt });
    for (const { id, data } of item.files) {
      const header = submission.attachments.find((one) => one.id === id);
      if (data === null || header === undefined) continue;
      await visitor.file({ submissionId: submission.id, id, bytes: header.bytes });
      const box = bytesOf(data);
      if (box?.length !== header.bytes) return err({ type: 'damaged' });
      await visitor.bytes(box);
    }
  }
  return ok({ id: await hash.digest() });
}

function bytesOf(base64: string): Bytes | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

function jsonOf(bytes: Bytes): unknown {
  try {
    return JSON.parse(utf8Text(bytes));
  } catch {
    return undefined;
  }
}
