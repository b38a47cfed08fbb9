import type { WaitReason } from '../outbox/item';
import { FIRST_CHUNK_BYTES, nextChunkBytes } from './chunk-size';
import type { Line } from './exchange';
import type { Trouble } from './trouble';
import { createUpload, readOffset, sendChunk, type UploadTarget } from './tus-calls';

/** One file and how far it is known to have gone. `remember` is awaited, so that a killed tab goes on from there. */
export interface UploadJob {
  readonly target: UploadTarget;
  readonly uploadUrl?: string;
  /** A creation of this upload went out before and was not answered: the server may hold some of the file. */
  readonly wasBegun?: boolean;
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | null>;
  remember(progress: { readonly uploadUrl: string | undefined; readonly offset: number }): Promise<void>;
  /** Asked between two pieces: something else needs the line, and this file goes on later. */
  mustStop?(): Promise<boolean>;
}

/** `interrupted`: stopped between two pieces because the job said so. `refused`: the server will not take this file. `damaged`: its bytes are not all on this device any more. */
export type UploadOutcome =
  | { readonly type: 'sent' | 'interrupted' }
  | {
      readonly type: 'wait';
      readonly reason: WaitReason;
      readonly retryAfterMs?: number;
      /** The line works; it is this file that cannot go on now. */
      readonly onlyThisFile?: true;
    }
  | { readonly type: 'refused'; readonly code: string }
  | { readonly type: 'damaged' };

/** Beginnings from zero in one go: a checksum that fails this often is not the line's fault. */
const RESTARTS = 3;
/** Disagreements about the offset in one go; more means that another context uploads the same file. */
const DISPUTES = 4;

/**
 * Uploads one file by tus 1.0, resumed where the server says it stopped. A loop of its own over fetch: it runs in the
 * service worker and reads its pieces straight out of IndexedDB.
 */
export async function uploadFile(line: Line, job: UploadJob, signal: AbortSignal): Promise<UploadOutcome> {
  let url = job.uploadUrl;
  let disputes = 0;
  for (let restarts = 0; restarts < RESTARTS; ) {
    const opened = url === undefined ? await begin(line, job, signal) : await resume(line, url, signal);
    if (opened.type === 'gone' || opened.type === 'mismatch') {
      restarts += 1;
      url = await forget(job);
      continue;
    }
    if (opened.type !== 'at') return opened;
    url = opened.url;
    const step = await sendRest(line, job, { ...opened, signal });
    if (step.type === 'gone' || step.type === 'mismatch') {
      restarts += 1;
      url = await forget(job);
    } else if (step.type === 'dispute') {
      disputes += 1;
      if (disputes > DISPUTES) return { type: 'wait', reason: 'server-busy', onlyThisFile: true };
    } else return step;
  }
  return { type: 'refused', code: 'checksum-mismatch' };
}

type Opened =
  | { readonly type: 'at'; readonly url: string; readonly offset: number }
  | { readonly type: 'gone' }
  | { readonly type: 'mismatch' }
  | UploadOutcome;

/** Creates the upload, its first piece with it: most files are three to eight pieces, and each request has its headers. */
async function begin(line: Line, job: UploadJob, signal: AbortSignal): Promise<Opened> {
  const { bytes } = job.target;
  const seen = seenOf(line);
  const isAlone = job.wasBegun === true || seen.isPlain;
  const first = isAlone ? undefined : await job.read(0, Math.min(seen.chunk, bytes));
  if (first === null) return { type: 'damaged' };
  const began = line.now();
  const created = await createUpload(line, job.target, signal, first);
  if (!created.ok) {
    seen.chunk = FIRST_CHUNK_BYTES;
    return isMismatch(created.problem) ? { type: 'mismatch' } : outcomeOf(created.problem);
  }
  const { url, offset, saysOffset, isStored } = created.value;
  if (first !== undefined) seen.isPlain = !saysOffset;
  if (first?.length === seen.chunk) seen.chunk = nextChunkBytes(first.length, line.now() - began);
  await job.remember({ uploadUrl: url, offset });
  if (isStored) return { type: 'sent' };
  if (offset > 0 && offset < bytes && (await job.mustStop?.())) return { type: 'interrupted' };
  return { type: 'at', url, offset };
}

/** What a line has shown: how large its next piece is, and that its server takes none with the creation. */
interface Seen {
  chunk: number;
  isPlain: boolean;
}

const seenLines = new WeakMap<Line, Seen>();

function seenOf(line: Line): Seen {
  const seen = seenLines.get(line) ?? { chunk: FIRST_CHUNK_BYTES, isPlain: false };
  seenLines.set(line, seen);
  return seen;
}

async function resume(line: Line, url: string, signal: AbortSignal): Promise<Opened> {
  const offset = await readOffset(line, url, signal);
  if (offset.ok) return { type: 'at', url, offset: offset.value };
  return isGone(offset.problem) ? { type: 'gone' } : outcomeOf(offset.problem);
}

type Step =
  | UploadOutcome
  | { readonly type: 'gone' }
  | { readonly type: 'mismatch' }
  | { readonly type: 'dispute' };

async function sendRest(
  line: Line,
  job: UploadJob,
  from: { readonly url: string; readonly offset: number; readonly signal: AbortSignal },
): Promise<Step> {
  const { url, signal } = from;
  const { bytes } = job.target;
  const seen = seenOf(line);
  let { offset } = from;
  // A file that is all there still gets one empty piece: its answer says whether the whole was verified.
  do {
    const body = await job.read(offset, Math.min(seen.chunk, bytes - offset));
    if (body === null) return { type: 'damaged' };
    const began = line.now();
    const sent = await sendChunk(line, url, { offset, body, signal });
    if (!sent.ok) {
      seen.chunk = FIRST_CHUNK_BYTES;
      return stepOf(sent.problem);
    }
    if (sent.value !== offset + body.length) return { type: 'dispute' };
    offset = sent.value;
    await job.remember({ uploadUrl: url, offset });
    if (body.length === seen.chunk) seen.chunk = nextChunkBytes(body.length, line.now() - began);
    if (offset < bytes && (await job.mustStop?.())) return { type: 'interrupted' };
  } while (offset < bytes);
  return { type: 'sent' };
}

function stepOf(trouble: Trouble): Step {
  if (trouble.type !== 'problem') return outcomeOf(trouble);
  const { status } = trouble;
  if (isMismatch(trouble)) return { type: 'mismatch' };
  if (isGone(trouble)) return { type: 'gone' };
  return status === 409 || status === 423 ? { type: 'dispute' } : outcomeOf(trouble);
}

const isMismatch = (trouble: Trouble): boolean =>
  trouble.type === 'problem' && trouble.problem?.code === 'checksum-mismatch';

const isGone = (trouble: Trouble): boolean =>
  trouble.type === 'problem' && (trouble.status === 404 || trouble.status === 410 || trouble.status === 403);

/**
 * | answer | what becomes of the file |
 * |---|---|
 * | 401 | waits for a person |
 * | 404, 409, 423 | waits by itself: the text is not there yet, or another upload of it runs |
 * | 413, 415, 422, other 4xx | refused, with its code |
 * | 429, 5xx | waits |
 */
function outcomeOf(trouble: Trouble): UploadOutcome {
  if (trouble.type === 'not-modified') return { type: 'wait', reason: 'not-our-server' };
  if (trouble.type !== 'problem') return { type: 'wait', reason: trouble.type };
  const { status, problem, retryAfterMs } = trouble;
  const after = retryAfterMs === null ? {} : { retryAfterMs };
  if (status === 401 || problem?.code === 'device-revoked') return { type: 'wait', reason: 'session-needed' };
  if ([404, 409, 423].includes(status)) return { type: 'wait', reason: 'server-busy', onlyThisFile: true };
  if ([429, 503, 507].includes(status)) return { type: 'wait', reason: 'server-busy', ...after };
  if (status >= 500) return { type: 'wait', reason: 'server-error', ...after };
  return { type: 'refused', code: problem?.code ?? `status-${status}` };
}

async function forget(job: UploadJob): Promise<undefined> {
  await job.remember({ uploadUrl: undefined, offset: 0 });
}
