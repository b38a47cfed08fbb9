import { PROBLEMS, type ProblemCode } from '../../../contract/problem';
import { isProblemCode } from '../../../contract/retry-advice';
import type { DeviceActor } from '../../auth/actor';
import { isDiskFull } from '../../db/failures';
import { problemResponse } from '../../http/problem-response';
import type { ServerContext } from '../../server-context';
import { hasRoom } from '../../storage/has-room';
import { type AttachmentRow, findAttachment } from './find-attachment';
import { settleUpload } from './settle-upload';
import { tusProblem } from './tus-problem';
import { formatUploadId, parseUploadId, readUploadMetadata } from './upload-id';
import { openUploadStore, UPLOAD_PATH, type UploadStore } from './upload-store';

/** What a piece of a file is sent as (tus 1.0, core protocol). */
const PIECE = 'application/offset+octet-stream';

export interface UploadCall {
  readonly request: Request;
  readonly device: DeviceActor;
  /** Called by another client under this device's ticket. */
  readonly onBehalf?: boolean;
  readonly traceId: string;
}

// One store, one set of locks in a process, and its files' fate decided once at a time.
const shared = globalThis as unknown as { setuUploads?: WeakMap<object, Uploads> };

/** Answers tus requests (creation, HEAD, PATCH, termination) for files that were announced with a received submission. */
export function uploadsOf(context: ServerContext): Uploads {
  shared.setuUploads ??= new WeakMap();
  const found = shared.setuUploads.get(context) ?? createUploads(context);
  shared.setuUploads.set(context, found);
  return found;
}

export type Uploads = ReturnType<typeof createUploads>;

function createUploads(context: ServerContext) {
  const files = new WeakMap<Request, AttachmentRow>();
  const settling = new Map<string, Promise<ProblemCode | null>>();
  const store: UploadStore = openUploadStore(
    context,
    (request) => formatUploadId(keyOf(files.get(request))),
    async (request, id) => {
      const code = await settle(id, files.get(request));
      if (code) throw { status_code: PROBLEMS[code].status, body: code };
    },
  );

  /** Null when the file is stored. Two requests that find the same file whole share one settling. */
  function settle(id: string, file: AttachmentRow | undefined): Promise<ProblemCode | null> {
    const running = settling.get(id) ?? settleOnce(id, file).finally(() => settling.delete(id));
    settling.set(id, running);
    return running;
  }

  async function settleOnce(id: string, file: AttachmentRow | undefined): Promise<ProblemCode | null> {
    if (!file) return 'not-found';
    const result = await settleUpload(context, file, store.filePath(id)).catch((error: unknown) => {
      if (isDiskFull(error)) return null;
      throw error;
    });
    // What arrived stays: whoever asks when there is room again finishes it.
    if (result === null) return 'storage-full';
    await store.forget(id);
    return result.ok ? null : result.problem.code;
  }

  async function create(call: UploadCall): Promise<Response> {
    const { request, traceId } = call;
    const metadata = readUploadMetadata(request.headers.get('upload-metadata'));
    if (!metadata) return tusProblem('malformed-request', traceId);
    const file = await findAttachment(context.db, call, metadata);
    if (!file) return tusProblem('not-found', traceId);
    if (file.state === 'refused') return tusProblem(refusalOf(file), traceId);
    if (request.headers.get('upload-defer-length') !== null) return tusProblem('malformed-request', traceId);
    const length = Number(request.headers.get('upload-length') ?? Number.NaN);
    if (length > file.bytes) return tusProblem('too-large', traceId);
    if (length !== file.bytes || metadata.sha256 !== file.sha256)
      return tusProblem('validation-failed', traceId);
    const id = formatUploadId(metadata);
    // Begun before, perhaps under an address that was lost: creating it anew would throw the received bytes away.
    if (file.state === 'stored') return created(id, file.bytes, true);
    const received = await store.received(id);
    if (received === file.bytes) return finish(id, file, traceId);
    if (received !== null) return created(id, received);
    if (!(await roomFor(file))) return tusProblem('storage-full', traceId);
    files.set(request, file);
    const answer = await store.handle(request);
    const isWhole = answer.status === 201 && answer.headers.get('upload-offset') === String(file.bytes);
    return isWhole ? finish(id, file, traceId) : answer;
  }

  /** Answers a creation of a file that is all there. */
  async function finish(id: string, file: AttachmentRow, traceId: string): Promise<Response> {
    const code = await settle(id, file);
    return code ? tusProblem(code, traceId) : created(id, file.bytes, true);
  }

  async function resume(call: UploadCall, id: string): Promise<Response> {
    const { request, traceId } = call;
    const key = parseUploadId(id);
    const file = key && (await findAttachment(context.db, call, key));
    if (!file) return tusProblem('not-found', traceId);
    if (file.state === 'refused') return tusProblem(refusalOf(file), traceId);
    if (file.state === 'stored') return answerStored(request, file, traceId);
    // The process died between the last byte and the settling: whoever asks next finishes it.
    if (request.method !== 'DELETE' && (await store.received(id)) === file.bytes) {
      const code = await settle(id, file);
      return code ? tusProblem(code, traceId) : answerStored(request, file, traceId);
    }
    if (request.method === 'PATCH' && request.headers.get('content-type') !== PIECE)
      return tusProblem('unsupported-media', traceId);
    if (request.method === 'PATCH' && request.headers.get('upload-offset') === null)
      return tusProblem('malformed-request', traceId);
    if (request.method === 'PATCH' && !(await roomFor(file))) return tusProblem('storage-full', traceId);
    files.set(request, file);
    return store.handle(request);
  }

  const roomFor = (file: AttachmentRow) =>
    hasRoom(context.config.dataDir, file.bytes, context.config.minFreeBytes);

  return {
    async answer(call: UploadCall, id: string): Promise<Response> {
      const { method, headers } = call.request;
      const answer =
        method !== 'OPTIONS' && headers.get('tus-resumable') !== '1.0.0'
          ? problemResponse('unsupported-protocol', { traceId: call.traceId, status: 412 })
          : method === 'OPTIONS'
            ? await store.handle(call.request)
            : method === 'POST'
              ? await create(call)
              : await resume(call, id);
      return asOurs(answer, call.traceId);
    },
    /** Removes what nobody went on with for a month. Resolves with how many. */
    sweep: () => store.sweep(),
  };
}

function keyOf(file: AttachmentRow | undefined) {
  return { submissionId: file?.submissionId ?? '', attachmentId: file?.id ?? '' };
}

function refusalOf(file: AttachmentRow): ProblemCode {
  return file.problem && isProblemCode(file.problem) ? file.problem : 'validation-failed';
}

/** With the length when the file is stored: then its client needs to ask nothing more. */
const created = (id: string, offset: number, isStored = false) =>
  new Response(null, {
    status: 201,
    headers: {
      location: `${UPLOAD_PATH}/${id}`,
      'upload-offset': String(offset),
      ...(isStored && { 'upload-length': String(offset) }),
    },
  });

function answerStored(request: Request, file: AttachmentRow, traceId: string): Response {
  const headers = { 'upload-offset': String(file.bytes), 'upload-length': String(file.bytes) };
  if (request.method === 'HEAD') return new Response(null, { status: 200, headers });
  if (request.method === 'DELETE') return tusProblem('forbidden', traceId);
  const isEnd = request.headers.get('upload-offset') === String(file.bytes);
  return isEnd ? new Response(null, { status: 204, headers }) : tusProblem('conflict', traceId);
}

/** Plain-text refusals of the tus library become problem documents; every answer names the protocol. */
async function asOurs(answer: Response, traceId: string): Promise<Response> {
  const headers = new Headers(answer.headers);
  headers.set('tus-resumable', '1.0.0');
  headers.set('cache-control', 'no-store');
  headers.delete('access-control-expose-headers');
  if (answer.status < 400 || headers.get('content-type') === 'application/problem+json')
    return new Response(answer.body, { status: answer.status, headers });
  const text = (await answer.text()).trim();
  const problem = tusProblem(isProblemCode(text) ? text : answer.status, traceId);
  problem.headers.set('tus-resumable', '1.0.0');
  return problem;
}
