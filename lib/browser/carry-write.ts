import { type Bytes, utf8 } from '../crypto/bytes';
import { createBlockHash } from './carry-block-hash';
import {
  type PackageHead,
  type PackedFile,
  type PackedItem,
  UNSENT_FORMAT,
  UNSENT_VERSION,
} from './carry-format';

/** What goes into a file, in order: an application before its files. `row`: one that nobody can read, kept for help. */
export type PackagePart =
  | ({ readonly type: 'item' } & PackedItem)
  | ({ readonly type: 'file'; readonly data: AsyncIterable<Bytes> } & PackedFile)
  | { readonly type: 'damaged'; readonly row: unknown };

/**
 * A file of unsent work, piece by piece, so that a hundred megabytes never lie in memory at once: one line of JSON for
 * the head and for each part, the bytes of a file behind its line, and at the end the hash of all before it.
 */
export async function* writePackage(
  head: Omit<PackageHead, 'v'>,
  parts: AsyncIterable<PackagePart>,
): AsyncGenerator<Bytes> {
  const hash = createBlockHash();
  const line = (value: object): Bytes => utf8(`${JSON.stringify(value)}\n`);
  async function hashed(bytes: Bytes): Promise<Bytes> {
    await hash.update(bytes);
    return bytes;
  }
  const { exportedAt, deviceCode, ticket, items, files } = head;
  yield hashed(
    line({ format: UNSENT_FORMAT, v: UNSENT_VERSION, exportedAt, deviceCode, ticket, items, files }),
  );
  for await (const part of parts) {
    if (part.type === 'item') {
      const { submission, queuedAt } = part;
      yield hashed(line({ part: 'item', submission, queuedAt }));
    } else if (part.type === 'damaged') {
      yield hashed(line({ part: 'damaged', row: part.row }));
    } else {
      const { submissionId, id, bytes } = part;
      yield hashed(line({ part: 'file', submissionId, id, bytes }));
      for await (const piece of part.data) yield hashed(piece);
      yield hashed(utf8('\n'));
    }
  }
  yield line({ part: 'end', sha256: await hash.digest() });
}
