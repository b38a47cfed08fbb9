import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Result } from '../../shared/result';
import { err, ok } from '../../shared/result';
import { isDeeperThan } from './json-depth';

export interface BodyProblem {
  readonly type: 'malformed-json' | 'too-large' | 'unsupported-media';
}

const DEEPEST = 40;
const inflate = promisify(gunzip);

/** A body that is all here, still as it was sent. */
export interface SentBody {
  readonly bytes: Buffer;
  readonly isGzip: boolean;
  readonly maxBytes: number;
}

/**
 * The JSON of a request: `application/json`, plain or gzip, UTF-8 without BOM, at most `maxBytes` both as sent and
 * inflated. A gzip bomb is stopped while it inflates.
 */
export async function readJsonBody(
  request: Request,
  maxBytes: number,
): Promise<Result<unknown, BodyProblem>> {
  const sent = await receiveBody(request, maxBytes);
  return sent.ok ? parseBody(sent.value) : sent;
}

/** Waits for the body of a request and does nothing with it yet: what has no promise of being JSON is refused. */
export async function receiveBody(
  request: Request,
  maxBytes: number,
): Promise<Result<SentBody, BodyProblem>> {
  if (!isJson(request.headers.get('content-type'))) return err({ type: 'unsupported-media' });
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip') return err({ type: 'unsupported-media' });
  const bytes = await readLimited(request, maxBytes);
  return bytes === null ? err({ type: 'too-large' }) : ok({ bytes, isGzip: encoding === 'gzip', maxBytes });
}

/** The second half of `readJsonBody`. */
export async function parseBody({
  bytes,
  isGzip,
  maxBytes,
}: SentBody): Promise<Result<unknown, BodyProblem>> {
  if (!isGzip) return parse(bytes);
  try {
    return parse(await inflate(bytes, { maxOutputLength: maxBytes }));
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return err({ type: tooLong ? 'too-large' : 'malformed-json' });
  }
}

function isJson(contentType: string | null): boolean {
  const [type, ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  return type === 'application/json' && parameters.every((p) => p === '' || /^charset="?utf-8"?$/.test(p));
}

/** All bytes of the body, or null when there are more than `maxBytes`. */
export async function readLimited(request: Request, maxBytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null;
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let total = 0;
  const reader = request.body.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    total += step.value.byteLength;
    if (total > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(step.value);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Uint8Array): Result<unknown, BodyProblem> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (isDeeperThan(text, DEEPEST)) return err({ type: 'malformed-json' });
    return ok(JSON.parse(text));
  } catch {
    return err({ type: 'malformed-json' });
  }
}
