import { err, ok, type Result } from '../shared/result';
import { bytesOfCall, type CallBytes } from './call-bytes';
import { silenceMs } from './silence';
import type { Trouble } from './trouble';

/** Everything a call leans on, so that it runs in a window, in the worker and against a test server. */
export interface Line {
  readonly fetch: typeof fetch;
  /** Empty in a browser: calls go to where the app came from. */
  readonly origin: string;
  readonly now: () => number;
  /** Longest silence, milliseconds. */
  readonly idleMs?: number;
  /** Told at once what every call has shown of the line, so that a screen never goes on claiming what was just disproved. */
  readonly onNews?: (news: LineNews) => void;
  /** Told what every call weighed on the line. */
  readonly onBytes?: (bytes: CallBytes) => void;
}

/** What a call has shown: our server answered, nothing came, something else answered, or our server is not well. */
export type LineNews = 'answered' | 'no-line' | 'not-our-server' | 'server-down';

export interface Call {
  readonly method: 'GET' | 'POST' | 'HEAD' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
  readonly signal?: AbortSignal;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The slowest line that counts as one, bytes per millisecond: sending cannot be watched, so it gets its time at once. */
const SLOWEST = 2;

/** When each line last brought a whole answer, by its own clock. */
const answeredAt = new WeakMap<Line, number>();

/**
 * One request, its whole body read. No limit on the time altogether, only on silence. A redirect is not followed: our
 * API never redirects, a portal does.
 */
export async function exchange(line: Line, call: Call): Promise<Result<RawAnswer, Trouble>> {
  const quiet = new AbortController();
  const bytes = call.body?.length ?? 0;
  const answeredAgo = line.now() - (answeredAt.get(line) ?? Number.NEGATIVE_INFINITY);
  const idle = line.idleMs ?? silenceMs({ method: call.method, bytes, answeredAgo });
  const sending = bytes / SLOWEST;
  let timer = setTimeout(() => quiet.abort(), idle + sending);
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => quiet.abort(), idle);
  };
  // Not AbortSignal.any: phones of three years ago do not have it.
  const stop = (): void => quiet.abort();
  if (call.signal?.aborted) stop();
  call.signal?.addEventListener('abort', stop);
  try {
    const response = await line.fetch(line.origin + call.path, {
      method: call.method,
      headers: { accept: 'application/json', ...call.headers },
      ...(call.body !== undefined && { body: call.body }),
      credentials: 'same-origin',
      // A browser adds two headers to a call that is not to be cached; what is no GET never is.
      ...(call.method === 'GET' && { cache: 'no-store' }),
      redirect: 'manual',
      signal: quiet.signal,
    });
    heard();
    if (isRedirect(response)) {
      line.onNews?.('not-our-server');
      return err({ type: 'not-our-server' });
    }
    const body = await readBody(response, heard);
    answeredAt.set(line, line.now());
    const answer = { status: response.status, headers: response.headers, body };
    line.onBytes?.(bytesOfCall(call, answer));
    return ok(answer);
  } catch {
    line.onBytes?.(bytesOfCall(call, null));
    // A call that was called off says nothing of the line.
    if (!call.signal?.aborted) line.onNews?.('no-line');
    return err({ type: 'no-line' });
  } finally {
    clearTimeout(timer);
    call.signal?.removeEventListener('abort', stop);
  }
}

function isRedirect(response: Response): boolean {
  return (
    response.type === 'opaqueredirect' ||
    (response.status >= 300 && response.status < 400 && response.status !== 304)
  );
}

async function readBody(response: Response, heard: () => void): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  const reader = response.body.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    heard();
    chunks.push(step.value);
  }
  const body = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
