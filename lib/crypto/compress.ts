import { deflateSync, Inflate } from 'fflate';
import { err, ok, type Result } from '../shared/result';
import { type Bytes, joinBytes } from './bytes';

/** Compressed bytes handed to the inflater at a time: bounds what one step can grow to (deflate gives at most 1:1032). */
const STEP = 1024;

/**
 * How large a table the compressor keeps: 512 KiB. With 12 it were 32 MiB, made and thrown away for every application; what comes out
 * has the same bytes.
 */
const TABLE = 6;

export type InflateProblem = { readonly type: 'inflate-failed' } | { readonly type: 'inflates-too-large' };

/** Raw deflate (RFC 1951), with a preset dictionary when given: its last 32 KiB are what counts. */
export function deflate(plain: Bytes, dictionary?: Bytes): Bytes {
  return deflateSync(plain, {
    level: 9,
    mem: TABLE,
    ...(dictionary && { dictionary: dictionary.subarray(-32768) }),
  });
}

/** Undoes `deflate`, giving up as soon as more than `limit` bytes come out. */
export function inflate(packed: Bytes, limit: number, dictionary?: Bytes): Result<Bytes, InflateProblem> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflater = new Inflate(
    { ...(dictionary && { dictionary: dictionary.subarray(-32768) }) },
    (part, final) => {
      parts.push(part);
      size += part.length;
      ended = final;
    },
  );
  try {
    for (let at = 0; at < packed.length && size <= limit; at += STEP)
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch {
    return err({ type: 'inflate-failed' });
  }
  if (size > limit) return err({ type: 'inflates-too-large' });
  return ended ? ok(joinBytes(...parts)) : err({ type: 'inflate-failed' });
}
