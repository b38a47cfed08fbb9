import { err, ok, type Result } from '../shared/result';
import { troubleOf } from './call-json';
import { exchange, type Line, type RawAnswer } from './exchange';
import type { Trouble } from './trouble';

const TUS = { 'tus-resumable': '1.0.0' } as const;
const PIECE = { 'content-type': 'application/offset+octet-stream' } as const;
const UPLOADS = '/api/v1/attachments';

export interface UploadTarget {
  readonly submissionId: string;
  readonly attachmentId: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Where an upload stands: its own path, and the bytes the server has of it already. */
export interface OpenedUpload {
  readonly url: string;
  readonly offset: number;
  /** The server said the offset: one that takes no piece with a creation has none to say. */
  readonly saysOffset: boolean;
  /** It has the whole file, checked and stored. */
  readonly isStored: boolean;
}

/**
 * Opens an upload, or finds the one that was begun before under an address that was lost. `first` goes with it and saves a
 * round trip (tus, creation-with-upload).
 */
export async function createUpload(
  line: Line,
  { submissionId, attachmentId, sha256, bytes }: UploadTarget,
  signal: AbortSignal,
  first?: Uint8Array<ArrayBuffer>,
): Promise<Result<OpenedUpload, Trouble>> {
  const metadata = Object.entries({ submissionId, attachmentId, sha256 })
    .map(([key, value]) => `${key} ${btoa(value)}`)
    .join(',');
  const headers = { ...TUS, 'upload-length': String(bytes), 'upload-metadata': metadata };
  const call = { method: 'POST', path: UPLOADS, signal } as const;
  const answer = await exchange(
    line,
    first ? { ...call, headers: { ...headers, ...PIECE }, body: first } : { ...call, headers },
  );
  if (!answer.ok) return answer;
  if (answer.value.status !== 201 && answer.value.status !== 200) return refused(line, answer.value);
  const { headers: said } = answer.value;
  const url = uploadPath(said.get('location'));
  const offset = Number(said.get('upload-offset') ?? 0);
  if (url === null || !Number.isSafeInteger(offset)) return err({ type: 'not-our-server' });
  const isStored = offset === bytes && said.get('upload-length') === String(bytes);
  return ok({ url, offset, saysOffset: said.has('upload-offset'), isStored });
}

/** Bytes that the server truly has. */
export async function readOffset(
  line: Line,
  path: string,
  signal: AbortSignal,
): Promise<Result<number, Trouble>> {
  const answer = await exchange(line, { method: 'HEAD', path, headers: TUS, signal });
  if (!answer.ok) return answer;
  const { status } = answer.value;
  // A HEAD has no body, so a refusal cannot bring a problem document.
  if (status >= 400 && status < 500)
    return err({ type: 'problem', status, problem: null, retryAfterMs: null });
  return status === 200 || status === 204 ? offsetOf(answer.value) : refused(line, answer.value);
}

/** Sends one piece behind `offset`; the new offset. */
export async function sendChunk(
  line: Line,
  path: string,
  {
    offset,
    body,
    signal,
  }: { readonly offset: number; readonly body: Uint8Array<ArrayBuffer>; readonly signal: AbortSignal },
): Promise<Result<number, Trouble>> {
  const headers = { ...TUS, 'upload-offset': String(offset), ...PIECE };
  const answer = await exchange(line, { method: 'PATCH', path, headers, body, signal });
  if (!answer.ok) return answer;
  return answer.value.status === 204 ? offsetOf(answer.value) : refused(line, answer.value);
}

/** A tus answer names its version; a portal's does not. */
function offsetOf({ headers }: RawAnswer): Result<number, Trouble> {
  const offset = headers.get('upload-offset');
  const isTus = headers.get('tus-resumable') !== null && offset !== null && /^\d+$/.test(offset);
  return isTus ? ok(Number(offset)) : err({ type: 'not-our-server' });
}

/** tus answers some refusals in plain text; its version header shows that they are ours all the same. */
function refused(line: Line, answer: RawAnswer): Result<never, Trouble> {
  const trouble = troubleOf(answer, line.now());
  const { status } = answer;
  const isTus = answer.headers.get('tus-resumable') !== null && status >= 400;
  return err(
    trouble.type === 'not-our-server' && isTus
      ? { type: 'problem', status, problem: null, retryAfterMs: null }
      : trouble,
  );
}

/** Only a path under our own uploads is followed, whatever host a proxy wrote in front of it. */
function uploadPath(location: string | null): string | null {
  if (location === null) return null;
  try {
    const { pathname } = new URL(location, 'http://device.invalid');
    return pathname.startsWith(`${UPLOADS}/`) ? pathname : null;
  } catch {
    return null;
  }
}
