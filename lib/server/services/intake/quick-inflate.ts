import { inflateRawSync } from 'node:zlib';
import type { Bytes } from '../../../crypto/bytes';
import type { InflateProblem } from '../../../crypto/compress';
import { err, ok, type Result } from '../../../shared/result';

/** `inflate` of `lib/crypto/compress.ts` by the zlib of Node: the same limits and the same problems, some times quicker. */
export function quickInflate(
  packed: Bytes,
  limit: number,
  dictionary?: Bytes,
): Result<Bytes, InflateProblem> {
  try {
    const window = dictionary && { dictionary: dictionary.subarray(-32768) };
    const plain = inflateRawSync(packed, { maxOutputLength: limit, ...window });
    return ok(new Uint8Array(plain.buffer as ArrayBuffer, plain.byteOffset, plain.length));
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return err({ type: tooLong ? 'inflates-too-large' : 'inflate-failed' });
  }
}
